import type { View } from "../frame/page-context.js";
import { NothingHere } from "./nothing-here.js";

export function VolumePanel(_: { readonly view: View }) {
  return <NothingHere>Nothing here.</NothingHere>;
}
