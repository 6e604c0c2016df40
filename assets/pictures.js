/* A picture in a dialog: turned on the screen alone, and what is said when it does not come. Loaded where it is used. */
const pictureOf = (el) => el.closest("dialog").querySelector("[data-picture]");

export function turnPicture({ currentTarget }) {
  const { dataset } = pictureOf(currentTarget).querySelector("img");
  dataset.turn = (Number(dataset.turn ?? 0) + 1) % 4;
}

export function pictureLost({ currentTarget }) {
  pictureOf(currentTarget).dataset.lost = "";
}
