/** Who must act. */
export type Actor = "partner" | "merchant" | "evotor" | "unknown";

/** Who answered whom. */
export type Direction = "to-cloud" | "from-cloud" | "unknown";

/** A place: `[start, end)` in bytes of the text in UTF-8. */
export type Span = [number, number];

/** What happened, who must act, and whether to repeat the request. */
export interface Verdict {
  title: string;
  /** One sentence, names and values in backticks. */
  explanation: string;
  actor: Actor;
  retry: "no" | "after-fix" | "later";
  /** The page, relative to the root of the site. */
  page?: string;
  /** A name in the table `help`. */
  help: string;
}

export interface ReportError extends Verdict {
  code: string;
  known: boolean;
  reason?: string | null;
  subject?: string | null;
  value?: string | null;
  message?: string | null;
  clues?: string[];
  span?: Span;
  spans?: { code?: Span; reason?: Span; subject?: Span; value?: Span };
}

export interface ReportResponse extends Partial<Verdict> {
  kind: "numeric-error" | "api-error" | "bulk-error" | "status-only" | "other";
  status: number | null;
  direction: Direction;
  certain: boolean;
  state?: string;
  reset?: number;
  until?: number;
  errors: ReportError[];
  notes: { id: string; text?: string; error?: number; span?: Span }[];
  repairs?: { id: string; span: Span }[];
  personal?: { id: string; span: Span }[];
  span?: Span;
}

export interface Step {
  for?: Actor;
  when?: string;
  text: string;
}

export interface Help {
  meaning: string;
  retryText: string;
  steps: Step[];
  otherwise?: Step[];
}

/** What the elements tell: see the guide "report". The decoder's reports alone have the last four. */
export interface Report {
  responses: ReportResponse[];
  help: Record<string, Help>;
  secrets?: number;
  unread?: Span[];
  diagnosis?: { direction: Direction; certain: boolean; causes: { id: string; text: string; errors: [number, number][] }[] };
  catalogue?: { version: string; date: string };
}

/** Why there is no report. */
export interface Failure {
  reason: string;
}

export interface EvotorErrorAttributes {
  code?: string | number;
  reason?: string | null;
  subject?: string | null;
  value?: unknown;
  message?: string | null;
  status?: string | number | null;
  direction?: Direction;
  /** A body, as an object or a string, or what an HTTP client has. */
  response?: unknown;
  variant?: "card" | "inline" | "tooltip";
  theme?: "auto" | "light" | "dark";
  base?: string;
}

export interface EvotorErrorDecoderAttributes {
  theme?: "auto" | "light" | "dark";
  base?: string;
}

export class EvotorError extends HTMLElement implements EvotorErrorAttributes {
  /** The address of your copy of the site, for all elements that have none of their own. */
  static base: string;
  /** The report on a response without an element; undefined if it is left to the tool. */
  static explain(response: unknown, status?: number | null, lang?: string): Report | undefined;
  code?: string | number;
  reason?: string | null;
  subject?: string | null;
  value?: unknown;
  message?: string | null;
  get status(): number | undefined;
  set status(value: string | number | null | undefined);
  direction?: Direction;
  response?: unknown;
  variant?: "card" | "inline" | "tooltip";
  theme?: "auto" | "light" | "dark";
  base?: string;
  readonly report: Report | undefined;
}

export class EvotorErrorDecoder extends HTMLElement {
  /** Shows a text in the tool and resolves to the report on it; an object is passed as JSON. */
  decode(text: unknown): Promise<Report>;
}

/** Registers both elements, once a language is there. */
export function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    "evotor-error": EvotorError;
    "evotor-error-decoder": EvotorErrorDecoder;
  }
  interface HTMLElementEventMap {
    "evotor-error-decoded": CustomEvent<Report>;
    "evotor-error-failed": CustomEvent<Failure>;
  }
}
