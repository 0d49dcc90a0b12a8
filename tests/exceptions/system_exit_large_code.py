raise SystemExit(300)
# exit: 44
