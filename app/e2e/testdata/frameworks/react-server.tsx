import { renderToString } from "react-dom/server";
import { App } from "./react";

console.log(renderToString(<App />));
