/** Why a file cannot be used as an index; `message` is a plain sentence. */
export class SavedIndexError extends Error {
  override readonly name = 'SavedIndexError';
}
