import _circle_b as other

done = "a done"
