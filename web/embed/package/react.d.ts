import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { EvotorError, EvotorErrorAttributes, EvotorErrorDecoder, EvotorErrorDecoderAttributes, Failure, Report } from "./define.js";

type Props<Element extends HTMLElement, Attributes> = Attributes &
  DetailedHTMLProps<HTMLAttributes<Element>, Element> & {
    class?: string;
    "onevotor-error-decoded"?: (event: CustomEvent<Report>) => void;
    "onevotor-error-failed"?: (event: CustomEvent<Failure>) => void;
  };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "evotor-error": Props<EvotorError, EvotorErrorAttributes>;
      "evotor-error-decoder": Props<EvotorErrorDecoder, EvotorErrorDecoderAttributes>;
    }
  }
}
