/**
 * The last part of a further cluster's issuer, where nobody says it: always the same for a name.
 *
 * @example issuerIdOf("green").length; // 32
 */
export function issuerIdOf(cluster: string): string {
  return idOfCluster(cluster, 32).toUpperCase();
}

/** Hexadecimal digits of a cluster's name (FNV-1a, again for each eight of them). */
export function idOfCluster(name: string, digits: number): string {
  let id = "";
  for (let part = 0; id.length < digits; part += 1) id += hash(`${part}/${name}`).toString(16).padStart(8, "0");
  return id.slice(0, digits);
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0, 0x81_1c_9d_c5);
}
