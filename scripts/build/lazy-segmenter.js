// Stands for Intl.Segmenter in the bundle, by `define` and `inject` in scripts/build.mjs. string-width makes a segmenter when it
// is loaded, which takes 8 ms and is hardly ever needed; this one makes it when there is something to part.
export class LazySegmenter {
  #options;
  #segmenter = null;

  constructor(...options) {
    this.#options = options;
  }

  segment(text) {
    this.#segmenter ??= new globalThis.Intl.Segmenter(...this.#options);
    return this.#segmenter.segment(text);
  }
}
