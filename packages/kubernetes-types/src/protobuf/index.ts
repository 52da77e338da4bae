/** Bodies in protobuf. */
export { decodeProtobuf } from "./decode-protobuf.js";
