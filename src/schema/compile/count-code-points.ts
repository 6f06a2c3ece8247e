/** The length of a text in code points, in which JSON Schema counts `minLength` and `maxLength` (validation section 6.3). */
export function countCodePoints(text: string): number {
  let length = 0;
  for (const _point of text) length++;
  return length;
}
