export interface Departure {
  what: string;
  real: string;
  here: string;
  unconfirmed?: boolean;
  sources?: string[];
}

/** The files of docs/departures, in order. */
export function readDepartures(): { file: string; who: string; rows: Departure[] }[];
