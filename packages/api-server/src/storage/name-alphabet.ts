/** The alphabet of generated names, without what could be read as a word. */
export const NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
