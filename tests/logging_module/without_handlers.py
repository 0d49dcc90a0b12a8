# expect stderr: only this
import logging

logging.getLogger("x").info("not shown")
logging.getLogger("x").warning("only this")
