/** What a kubelet knows of itself that only a status shows. */
export interface StatusSources {
  readonly nodeIp: string;
  podIp(namespace: string, pod: string): string;
}
