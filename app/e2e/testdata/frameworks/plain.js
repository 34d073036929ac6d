import { first, hear, second } from "./state";

const [text, string, object] = [..."abc"].map(() => document.createElement("evotor-error"));
text.id = "text";
text.append(first.text);
string.id = "string";
string.addEventListener("evotor-error-decoded", hear);
string.setAttribute("response", JSON.stringify(first.body));
object.id = "object";
object.response = first.body;
document.getElementById("app").append(text, string, object);

window.change = () => {
  text.firstChild.data = second.text;
  string.setAttribute("response", JSON.stringify(second.body));
  object.response = second.body;
};
