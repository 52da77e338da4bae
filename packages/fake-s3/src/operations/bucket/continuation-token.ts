/** Where a listing goes on: the last name that was told, in base64. */
import { FAULTS } from "../../s3-fault.js";

/** Makes a token. */
export function continuationToken(last: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(last)));
}

/** Reads a token. @throws {S3Fault} `InvalidArgument` */
export function readToken(token: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(token), (character) => character.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException) throw FAULTS.invalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    throw error;
  }
}
