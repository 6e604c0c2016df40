"""Components: pure functions of views and callbacks. They know no state; a page binds them."""
