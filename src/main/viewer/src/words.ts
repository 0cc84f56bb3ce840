// Facts in words for people.
import type { Cost, Film, Video } from "./film";

const STATUS: Record<string, string> = {
  queued: "Waiting for its turn",
  preparing: "Uploading the references",
  submitting: "Being ordered",
  submission_unknown: "Order uncertain",
  running: "In the making",
  downloading: "Being fetched",
  succeeded: "Finished",
  failed: "Failed",
  cancelled: "Cancelled",
};

let locale: string | undefined;

/** Numbers are written as in this language; one that the browser does not know is passed over. */
export function speak(wanted: string | undefined): void {
  try {
    locale = wanted && Intl.getCanonicalLocales(wanted)[0];
  } catch {
    locale = undefined;
  }
}

export function status(film: Film): string {
  if (film.status) {
    return STATUS[film.status] ?? film.status;
  }
  return film.trouble ? "Refused" : film.planned ? "A plan only" : "No film";
}

/** `40 %, about 2 min left`. */
export function progress(film: Film): string {
  const { bytes, fetched } = film.video ?? {};
  const parts = [
    film.percent === undefined ? "" : `${Math.round(film.percent)} %`,
    fetched === undefined ? "" : `${size(fetched)}${bytes === undefined ? "" : ` of ${size(bytes)}`} fetched`,
    film.etaSeconds === undefined ? "" : `about ${duration(film.etaSeconds)} left`,
  ];
  return parts.filter(Boolean).join(", ");
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}

export function size(bytes: number): string {
  const megabytes = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return `${megabytes.format(Math.max(bytes / 1e6, 0.1))} MB`;
}

function usd(amount: number): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "USD", maximumFractionDigits: 4 }).format(amount);
}

/** `free`, `$0.43`, `$0.40-$0.43` or `price unknown`. */
export function price(cost: Cost | undefined): string {
  if (cost?.high === undefined) {
    return "price unknown";
  }
  const low = cost.low ?? cost.high;
  if (cost.high === 0) {
    return "free";
  }
  return low === cost.high ? usd(low) : `${usd(low)}-${usd(cost.high)}`;
}

/** What it cost until now, with the price that was told. */
export function charge(cost: Cost): string {
  const quoted = price(cost);
  switch (cost.charged) {
    case "yes":
      return `${cost.chargedUsd === undefined ? "amount not told" : usd(cost.chargedUsd)} charged (quoted: ${quoted})`;
    case "unknown":
      return `not known whether it was charged (quoted: ${quoted})`;
    default:
      return quoted === "free" ? "free" : `nothing charged (quoted: ${quoted})`;
  }
}

export function picture({ width, height, seconds, bytes }: Video): string {
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const parts = [
    width && height ? `${width} x ${height}` : "",
    seconds === undefined ? "" : `${tenths.format(seconds)} s`,
    bytes === undefined ? "" : size(bytes),
  ];
  return parts.filter(Boolean).join(", ");
}
