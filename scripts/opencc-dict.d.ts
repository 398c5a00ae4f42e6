// The dictionaries that opencc-js ships without types: `from to to|from to|…`.
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
