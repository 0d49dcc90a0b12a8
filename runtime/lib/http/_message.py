# The headers of a request or a response, as http.client and http.server hand them out.
import email.message
import email.parser


class HTTPMessage(email.message.Message):
    """A message of which only the headers count."""

    def getallmatchingheaders(self, name):
        """The lines of the headers of that name, those that continue it too."""
        name = name.lower() + ':'
        found, inside = [], False
        for line in self.keys():
            if line[:len(name)].lower() == name:
                inside = True
            elif not line[:1].isspace():
                inside = False
            if inside:
                found.append(line)
        return found


def parse_lines(lines, _class=HTTPMessage):
    """Headers of those lines (str); what is no header ends them."""
    return email.parser.Parser(_class=_class).parsestr(''.join(lines))
