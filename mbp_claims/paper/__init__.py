"""What goes to a payer on paper: the CMS-1500 (02/12), and the answer of the payer before as pages behind it."""
