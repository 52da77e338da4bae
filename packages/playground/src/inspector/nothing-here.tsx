/** Says why a panel is empty at this place. */
export function NothingHere({ children }: { readonly children: string }) {
  return <p className="nothing quiet">{children}</p>;
}
