; The program offers itself under «Открыть с помощью» and leaves every default as it is.
!define DOCUMENT_CLASS "Profdvizhenie.Newsroom.Document"

!macro offerFor EXT
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "${DOCUMENT_CLASS}"
!macroend

!macro withdrawFor EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "${DOCUMENT_CLASS}"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${DOCUMENT_CLASS}" "" "Материал редакции"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${DOCUMENT_CLASS}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${DOCUMENT_CLASS}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro offerFor "docx"
  !insertmacro offerFor "md"
  !insertmacro offerFor "txt"
  !insertmacro offerFor "html"
!macroend

!macro customUnInstall
  !insertmacro withdrawFor "docx"
  !insertmacro withdrawFor "md"
  !insertmacro withdrawFor "txt"
  !insertmacro withdrawFor "html"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${DOCUMENT_CLASS}"
!macroend
