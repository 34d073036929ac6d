import type { HTMLAttributes } from "vue";
import type { EvotorErrorAttributes, EvotorErrorDecoderAttributes, Failure, Report } from "./define.js";

type Component<Attributes> = new () => {
  $props: Attributes &
    HTMLAttributes & {
      onEvotorErrorDecoded?: (event: CustomEvent<Report>) => void;
      onEvotorErrorFailed?: (event: CustomEvent<Failure>) => void;
    };
};

declare module "vue" {
  interface GlobalComponents {
    "evotor-error": Component<EvotorErrorAttributes>;
    "evotor-error-decoder": Component<EvotorErrorDecoderAttributes>;
  }
}
