// Letters of other scripts as Latin ones, roughly as passports spell them: enough to see that two spellings may be one name.
// Never shown to anybody: names are kept and shown exactly as they were given. The vault also keeps them spelled this way, to be
// found by, so a change of a letter here needs a migration that spells them anew.

const cyrillic =
  'а=a|б=b|в=v|г=g|ґ=g|д=d|е=e|є=ie|ж=zh|з=z|и=i|і=i|й=i|к=k|л=l|м=m|н=n|о=o|п=p|р=r|с=s|т=t|у=u|ф=f|х=kh|ц=ts|ч=ch|ш=sh|щ=shch|ъ=|ы=y|ь=|э=e|ю=iu|я=ia|ђ=dj|ј=j|љ=lj|њ=nj|ћ=c|џ=dz|ѓ=g|ќ=k|ў=u|қ=k|ғ=g|ң=n|ө=o|ү=u|ұ=u|һ=h|ә=a';
const greek = 'α=a|β=v|γ=g|δ=d|ε=e|ζ=z|η=i|θ=th|ι=i|κ=k|λ=l|μ=m|ν=n|ξ=x|ο=o|π=p|ρ=r|σ=s|ς=s|τ=t|υ=y|φ=f|χ=ch|ψ=ps|ω=o';
// Short vowels are not written; the skeleton is close enough for "Fatima" and "fatma".
const arabic =
  'ا=a|ب=b|ت=t|ث=th|ج=j|ح=h|خ=kh|د=d|ذ=dh|ر=r|ز=z|س=s|ش=sh|ص=s|ض=d|ط=t|ظ=z|ع=a|غ=gh|ف=f|ق=q|ك=k|ل=l|م=m|ن=n|ه=h|و=w|ي=y|ى=a|ة=a|ء=|پ=p|چ=ch|ژ=zh|گ=g|ک=k|ی=y|ڤ=v|ٱ=a';
const latin = 'ł=l|ø=o|đ=d|ð=d|þ=th|ß=ss|æ=ae|œ=oe|ı=i|ħ=h|ŋ=ng|ə=a|ʻ=|ʼ=';

const letters = new Map(
  [cyrillic, greek, arabic, latin]
    .flatMap((table) => table.split('|'))
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/** Takes folded text (lower case, no marks); letters without a counterpart stay as they are. */
export const transliterate = (folded: string): string =>
  Array.from(folded, (letter) => letters.get(letter) ?? letter).join('');
