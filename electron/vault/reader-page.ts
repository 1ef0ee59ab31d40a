// The reader of partner agencies as one page. The build puts it here (build/reader-page.mjs): the app carries it in its own bundle, where
// no loose file can take its place. Unbuilt there is none.
export default '';
