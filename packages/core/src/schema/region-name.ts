import { pattern } from "./expected.js";

/** A region as it can stand in a host name, although AWS may have none of this name; or an empty text. */
export const regionName = pattern(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "a region such as eu-west-1, or an empty text");
