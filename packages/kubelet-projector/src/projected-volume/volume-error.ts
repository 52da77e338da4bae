/** A volume that cannot be set up now; the message is what the kubelet's event says after the volume's name. */
export class VolumeError extends Error {}
