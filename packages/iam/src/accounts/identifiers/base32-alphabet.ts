/** The alphabet of AWS's unique ids and access key ids. */
export const BASE32_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
