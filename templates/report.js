(function () {
  "use strict";
  var each = function (selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); };
  each(".filters", function (bar) { bar.hidden = false; });
  each(".filters button", function (button) {
    button.addEventListener("click", function () {
      var bar = button.parentNode, wanted = button.getAttribute("data-light");
      Array.prototype.forEach.call(bar.querySelectorAll("button"), function (other) {
        other.setAttribute("aria-pressed", String(other === button));
      });
      each("#" + bar.getAttribute("data-for") + " tr[data-light]", function (row) {
        row.classList.toggle("hit", wanted !== "" && row.getAttribute("data-light") !== wanted);
      });
    });
  });
  each(".filters input", function (input) {
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase();
      each("tr[data-paper]", function (row) {
        row.classList.toggle("hit", row.getAttribute("data-paper").toLowerCase().indexOf(wanted) < 0);
      });
    });
  });
  each(".heat td", function (cell) {
    var head = cell.parentNode.parentNode.parentNode.querySelectorAll("thead th[title]")[cell.cellIndex - 1];
    if (head) { cell.title = cell.parentNode.cells[0].textContent.trim() + " · " + head.title; }
  });
})();
