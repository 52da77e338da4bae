import { Overlay } from "../frame/overlay.js";

export function Break() {
  return (
    <Overlay title="Break something">
      <p>…</p>
    </Overlay>
  );
}
