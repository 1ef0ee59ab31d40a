; What the installer of Windows does besides copying files. It runs as administrator (perMachine). Not tried on a Windows here: README.
!macro customInstall
  ; No way in and none out, for the program whatever it is asked to do. A rule of its own beats every rule that allows.
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Records: no network"'
  Pop $0
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="Records: no network" dir=out action=block enable=yes profile=any program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  Pop $0
  StrCmp $0 "0" +2
    MessageBox MB_OK|MB_ICONEXCLAMATION "The firewall rule could not be made. Keep this computer off every network, and read the installation notes."
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="Records: no network" dir=in action=block enable=yes profile=any program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  Pop $0
  ; No report with pieces of memory when it crashes: neither sent nor kept.
  SetRegView 64
  WriteRegDWORD HKLM "SOFTWARE\Microsoft\Windows\Windows Error Reporting\ExcludedApplications" "${APP_EXECUTABLE_FILENAME}" 1
  WriteRegDWORD HKLM "SOFTWARE\Microsoft\Windows\Windows Error Reporting\LocalDumps\${APP_EXECUTABLE_FILENAME}" "DumpCount" 0
  WriteRegDWORD HKLM "SOFTWARE\Microsoft\Windows\Windows Error Reporting\LocalDumps\${APP_EXECUTABLE_FILENAME}" "DumpType" 0
!macroend

!macro customUnInstall
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Records: no network"'
  Pop $0
  SetRegView 64
  DeleteRegValue HKLM "SOFTWARE\Microsoft\Windows\Windows Error Reporting\ExcludedApplications" "${APP_EXECUTABLE_FILENAME}"
  DeleteRegKey HKLM "SOFTWARE\Microsoft\Windows\Windows Error Reporting\LocalDumps\${APP_EXECUTABLE_FILENAME}"
!macroend
