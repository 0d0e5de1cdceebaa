"""What the activity form is made of, beside its screen."""
