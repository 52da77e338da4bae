import type { LiveStatus } from "./follow-live.js";

/** Says that the page shows what real clients do, and whether it still hears of it. */
export function LiveBanner({ status }: { readonly status: LiveStatus }) {
  return (
    <p className="live" role="status" data-live={status}>
      <span className="live-dot" aria-hidden="true" />
      {status === "following" ? "Live: what real clients call stands here as it is answered." : "The simulation does not answer. Shown is what was heard last."}
    </p>
  );
}
