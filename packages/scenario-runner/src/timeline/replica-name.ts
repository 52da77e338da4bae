/** What a pod's replica is called, as a StatefulSet calls its pods. */
export function replicaName(name: string, replica: number): string {
  return `${name}-${replica}`;
}
