import { hydrateRoot } from "react-dom/client";
import { App } from "./react";

hydrateRoot(document.getElementById("app")!, <App />, { onRecoverableError: (error) => (window.heard += ` ${error}`) });
