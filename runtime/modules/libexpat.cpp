// Opening libexpat and finding its functions.
#include "runtime/modules/libexpat.h"

#include "runtime/modules/shared_library.h"

namespace gillab {
namespace {

bool fill(void* library, Expat* expat) {
#define FIND(name) find_symbol(library, #name, &expat->name)
  return FIND(XML_ParserCreate_MM) && FIND(XML_ExternalEntityParserCreate) && FIND(XML_ParserFree) &&
         FIND(XML_SetUserData) && FIND(XML_Parse) && FIND(XML_StopParser) && FIND(XML_SetEncoding) &&
         FIND(XML_SetBase) && FIND(XML_GetBase) && FIND(XML_GetInputContext) && FIND(XML_UseForeignDTD) &&
         FIND(XML_SetParamEntityParsing) && FIND(XML_SetHashSalt) && FIND(XML_SetReturnNSTriplet) &&
         FIND(XML_GetSpecifiedAttributeCount) && FIND(XML_GetErrorCode) && FIND(XML_GetCurrentLineNumber) &&
         FIND(XML_GetCurrentColumnNumber) && FIND(XML_GetCurrentByteIndex) && FIND(XML_ErrorString) &&
         FIND(XML_ExpatVersion) && FIND(XML_FreeContentModel) && FIND(XML_SetStartElementHandler) &&
         FIND(XML_SetEndElementHandler) && FIND(XML_SetProcessingInstructionHandler) &&
         FIND(XML_SetCharacterDataHandler) && FIND(XML_SetUnparsedEntityDeclHandler) &&
         FIND(XML_SetNotationDeclHandler) && FIND(XML_SetStartNamespaceDeclHandler) &&
         FIND(XML_SetEndNamespaceDeclHandler) && FIND(XML_SetCommentHandler) &&
         FIND(XML_SetStartCdataSectionHandler) && FIND(XML_SetEndCdataSectionHandler) &&
         FIND(XML_SetDefaultHandler) && FIND(XML_SetDefaultHandlerExpand) && FIND(XML_SetNotStandaloneHandler) &&
         FIND(XML_SetExternalEntityRefHandler) && FIND(XML_SetExternalEntityRefHandlerArg) &&
         FIND(XML_SetStartDoctypeDeclHandler) && FIND(XML_SetEndDoctypeDeclHandler) &&
         FIND(XML_SetEntityDeclHandler) && FIND(XML_SetXmlDeclHandler) && FIND(XML_SetElementDeclHandler) &&
         FIND(XML_SetAttlistDeclHandler) && FIND(XML_SetSkippedEntityHandler) &&
         FIND(XML_SetUnknownEncodingHandler);
#undef FIND
}

}  // namespace

const Expat* load_expat() {
  static Expat functions;
  static const Expat* const found = open_library({"libexpat.so.1", "libexpat.so"}, fill, &functions);
  return found;
}

}  // namespace gillab
