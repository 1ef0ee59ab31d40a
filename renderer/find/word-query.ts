// What is sought in everything written, handed from the find box to its page. In memory only: a path never holds a word that
// somebody typed, and a lock ends the page with it.
import { create } from 'zustand';

export const useWordQuery = create<{ readonly query: string; readonly seek: (query: string) => void }>((set) => ({
  query: '',
  seek: (query) => set({ query }),
}));
