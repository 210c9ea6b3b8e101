/**
 * The same text, with memory of its own. Engines keep a part of a text as a view of the whole, so that a line of code
 * would hold all the code around it as long as its finding lives.
 */
export function own(text: string): string {
  // A text that was put together is written out anew when a part of it is wanted.
  return ` ${text}`.slice(1);
}
