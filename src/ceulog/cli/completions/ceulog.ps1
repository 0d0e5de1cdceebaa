# Completes command lines of ceulog in PowerShell.
# Put this line into your $PROFILE:  ceulog completion powershell | Out-String | Invoke-Expression

$_shtab_ceulog_subparsers = @{
    '_shtab_ceulog' = @('add', 'list', 'show', 'open', 'edit', 'remove', 'restore', 'undo', 'redo', 'tick', 'status', 'why', 'export', 'import', 'certificates', 'packet', 'portal', 'calendar', 'check', 'credential', 'organization', 'holder', 'merge', 'backup', 'backups', 'rollback', 'completion', 'locate')
}
$_shtab_ceulog_option_strings = @{
    '_shtab_ceulog' = @('-h', '--help', '--log', '--today', '--demo', '--version')
    '_shtab_ceulog_add' = @('-h', '--help', '--ceus', '--minutes', '--date', '--type', '--sponsor', '--index-number', '--for', '--credit', '--approved-for', '--domain', '--provided-by', '--presenter', '--location', '--certificate', '--evidence', '--certificate-asked', '--note', '--next-cycle', '--no-next-cycle', '--planned')
    '_shtab_ceulog_backup' = @('-h', '--help')
    '_shtab_ceulog_backups' = @('-h', '--help')
    '_shtab_ceulog_calendar' = @('-h', '--help')
    '_shtab_ceulog_certificates' = @('-h', '--help', '--yes', '--date-format', '--dry-run', '--json')
    '_shtab_ceulog_check' = @('-h', '--help', '--json', '--quiet')
    '_shtab_ceulog_completion' = @('-h', '--help')
    '_shtab_ceulog_credential' = @('-h', '--help', '--earned', '--cycle-end', '--cycle-start', '--required', '--minimum', '--reason', '--self-assessment', '--number', '--json')
    '_shtab_ceulog_edit' = @('-h', '--help', '--title', '--ceus', '--minutes', '--date', '--type', '--sponsor', '--index-number', '--for', '--credit', '--approved-for', '--domain', '--provided-by', '--presenter', '--location', '--certificate', '--evidence', '--certificate-asked', '--note', '--next-cycle', '--no-next-cycle', '--attended', '--planned')
    '_shtab_ceulog_export' = @('-h', '--help', '--format', '--credential', '--cycle', '--profile', '--excel')
    '_shtab_ceulog_holder' = @('-h', '--help', '--name')
    '_shtab_ceulog_import' = @('-h', '--help', '--map', '--date-format', '--dry-run')
    '_shtab_ceulog_list' = @('-h', '--help', '--json', '--csv', '--plain', '--search', '--cycle', '--trash')
    '_shtab_ceulog_locate' = @('-h', '--help')
    '_shtab_ceulog_merge' = @('-h', '--help', '--dry-run', '--theirs', '--ours')
    '_shtab_ceulog_open' = @('-h', '--help', '--path')
    '_shtab_ceulog_organization' = @('-h', '--help', '--member-id', '--dues-date', '--dues-amount', '--dues-paid', '--edition', '--extension', '--share', '--verification-asked', '--verification-due', '--news-seen', '--json')
    '_shtab_ceulog_packet' = @('-h', '--help', '--credential', '--cycle', '--verify')
    '_shtab_ceulog_portal' = @('-h', '--help', '--organization', '--logged', '--entered', '--submitted', '--questioned', '--verified', '--crib', '--json', '--all', '--date', '--cycle')
    '_shtab_ceulog_redo' = @('-h', '--help')
    '_shtab_ceulog_remove' = @('-h', '--help')
    '_shtab_ceulog_restore' = @('-h', '--help')
    '_shtab_ceulog_rollback' = @('-h', '--help', '--dry-run')
    '_shtab_ceulog_show' = @('-h', '--help', '--json')
    '_shtab_ceulog_status' = @('-h', '--help', '--json', '--plain', '--with')
    '_shtab_ceulog_tick' = @('-h', '--help', '--date', '--off')
    '_shtab_ceulog_undo' = @('-h', '--help')
    '_shtab_ceulog_why' = @('-h', '--help', '--json', '--with')
}
$_shtab_ceulog_compgens = @{
    '_shtab_ceulog___log' = '_shtab_powershell_compgen_dirs'
    '_shtab_ceulog_add___certificate' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_calendar_pos_0' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_edit___certificate' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_export_pos_0' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_import_pos_0' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_merge_pos_0' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_packet___verify' = '_shtab_powershell_compgen_files'
    '_shtab_ceulog_packet_pos_0' = '_shtab_powershell_compgen_files'
}
$_shtab_ceulog_choices = @{
    '_shtab_ceulog___today' = @('today', 'yesterday')
    '_shtab_ceulog_add___approved_for' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_add___certificate_asked' = @('today', 'yesterday')
    '_shtab_ceulog_add___credit' = @('AAPC=', 'ACDIS=', 'AHIMA=')
    '_shtab_ceulog_add___date' = @('today', 'yesterday')
    '_shtab_ceulog_add___domain' = @('2', '18', '19', '20', '21', '22', '23', '25', '43')
    '_shtab_ceulog_add___evidence' = @('certificate', 'letter', 'attendance-form', 'transcript', 'receipt', 'agenda', 'other')
    '_shtab_ceulog_add___for' = @('AAPC', 'ACDIS', 'AHIMA')
    '_shtab_ceulog_add___provided_by' = @('ahima', 'csa', 'cla', 'external')
    '_shtab_ceulog_add___type' = @('webinar', 'seminar', 'workshop', 'conference', 'chapter-meeting', 'course', 'on-demand', 'quiz', 'teaching', 'publication', 'cms-training', 'other')
    '_shtab_ceulog_certificates___date_format' = @('mdy', 'dmy')
    '_shtab_ceulog_completion_pos_0' = @('bash', 'zsh', 'fish', 'powershell')
    '_shtab_ceulog_credential___cycle_end' = @('today', 'yesterday')
    '_shtab_ceulog_credential___cycle_start' = @('today', 'yesterday')
    '_shtab_ceulog_credential___earned' = @('today', 'yesterday')
    '_shtab_ceulog_credential___self_assessment' = @('required', 'optional')
    '_shtab_ceulog_credential_pos_0' = @('add', 'set', 'remove', 'list', 'catalog')
    '_shtab_ceulog_credential_pos_1' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_edit___approved_for' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_edit___certificate_asked' = @('today', 'yesterday')
    '_shtab_ceulog_edit___credit' = @('AAPC=', 'ACDIS=', 'AHIMA=')
    '_shtab_ceulog_edit___date' = @('today', 'yesterday')
    '_shtab_ceulog_edit___domain' = @('2', '18', '19', '20', '21', '22', '23', '25', '43')
    '_shtab_ceulog_edit___evidence' = @('certificate', 'letter', 'attendance-form', 'transcript', 'receipt', 'agenda', 'other')
    '_shtab_ceulog_edit___for' = @('AAPC', 'ACDIS', 'AHIMA')
    '_shtab_ceulog_edit___provided_by' = @('ahima', 'csa', 'cla', 'external')
    '_shtab_ceulog_edit___type' = @('webinar', 'seminar', 'workshop', 'conference', 'chapter-meeting', 'course', 'on-demand', 'quiz', 'teaching', 'publication', 'cms-training', 'other')
    '_shtab_ceulog_export___credential' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_export___cycle' = @('current', 'previous', 'all')
    '_shtab_ceulog_export___format' = @('csv', 'jsonl', 'html', 'md')
    '_shtab_ceulog_export___profile' = @('generic', 'aapc', 'ahima', 'share')
    '_shtab_ceulog_holder_pos_0' = @('set')
    '_shtab_ceulog_import___date_format' = @('mdy', 'dmy', 'ymd')
    '_shtab_ceulog_list___cycle' = @('current', 'previous', 'all')
    '_shtab_ceulog_organization___dues_date' = @('today', 'yesterday')
    '_shtab_ceulog_organization___extension' = @('today', 'yesterday')
    '_shtab_ceulog_organization___share' = @('on', 'off', 'none')
    '_shtab_ceulog_organization___verification_asked' = @('today', 'yesterday')
    '_shtab_ceulog_organization___verification_due' = @('today', 'yesterday')
    '_shtab_ceulog_organization_pos_0' = @('set', 'renew', 'history')
    '_shtab_ceulog_organization_pos_1' = @('AAPC', 'ACDIS', 'AHIMA')
    '_shtab_ceulog_packet___credential' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_packet___cycle' = @('current', 'previous', 'all')
    '_shtab_ceulog_portal___cycle' = @('current', 'previous')
    '_shtab_ceulog_portal___date' = @('today', 'yesterday')
    '_shtab_ceulog_portal___organization' = @('AAPC', 'ACDIS', 'AHIMA')
    '_shtab_ceulog_pos_0' = @('add', 'list', 'show', 'open', 'edit', 'remove', 'restore', 'undo', 'redo', 'tick', 'status', 'why', 'export', 'import', 'certificates', 'packet', 'portal', 'calendar', 'check', 'credential', 'organization', 'holder', 'merge', 'backup', 'backups', 'rollback', 'completion', 'locate')
    '_shtab_ceulog_status___with' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_tick___date' = @('today', 'yesterday')
    '_shtab_ceulog_tick_pos_0' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_why___with' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
    '_shtab_ceulog_why_pos_0' = @('CPC', 'CPC-I', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPC-P', 'CPC-P-A', 'CPB', 'CPMA', 'CPCO', 'CPPM', 'CDEO', 'CIRCC', 'CASCC', 'CANPC', 'CCC', 'CCVTC', 'CEDC', 'CEMC', 'CENTC', 'CFPC', 'CGIC', 'CGSC', 'CHONC', 'CIMC', 'COBGC', 'COPC', 'COSC', 'CPCD', 'CPEDC', 'CPRC', 'CRHC', 'CSFAC', 'CUC', 'CCDS', 'CCDS-O', 'RHIA', 'RHIT', 'CCA', 'CCS', 'CCS-P', 'CHDA', 'CHPS', 'CDIP', 'CPHI', 'CHTS-CP', 'CHTS-PW', 'CHTS-IM', 'CHTS-IS', 'CHTS-TS', 'CHTS-TR', 'PCS', 'CHP', 'CHS')
}
$_shtab_ceulog_nargs = @{
    '_shtab_ceulog___demo' = '0'
    '_shtab_ceulog___help' = '0'
    '_shtab_ceulog___version' = '0'
    '_shtab_ceulog__h' = '0'
    '_shtab_ceulog_add___help' = '0'
    '_shtab_ceulog_add___next_cycle' = '0'
    '_shtab_ceulog_add___no_next_cycle' = '0'
    '_shtab_ceulog_add___planned' = '0'
    '_shtab_ceulog_add__h' = '0'
    '_shtab_ceulog_backup___help' = '0'
    '_shtab_ceulog_backup__h' = '0'
    '_shtab_ceulog_backups___help' = '0'
    '_shtab_ceulog_backups__h' = '0'
    '_shtab_ceulog_calendar___help' = '0'
    '_shtab_ceulog_calendar__h' = '0'
    '_shtab_ceulog_certificates___dry_run' = '0'
    '_shtab_ceulog_certificates___help' = '0'
    '_shtab_ceulog_certificates___json' = '0'
    '_shtab_ceulog_certificates___yes' = '0'
    '_shtab_ceulog_certificates__h' = '0'
    '_shtab_ceulog_check___help' = '0'
    '_shtab_ceulog_check___json' = '0'
    '_shtab_ceulog_check___quiet' = '0'
    '_shtab_ceulog_check__h' = '0'
    '_shtab_ceulog_completion___help' = '0'
    '_shtab_ceulog_completion__h' = '0'
    '_shtab_ceulog_credential___help' = '0'
    '_shtab_ceulog_credential___json' = '0'
    '_shtab_ceulog_credential__h' = '0'
    '_shtab_ceulog_credential_pos_1' = '*'
    '_shtab_ceulog_edit___attended' = '0'
    '_shtab_ceulog_edit___help' = '0'
    '_shtab_ceulog_edit___next_cycle' = '0'
    '_shtab_ceulog_edit___no_next_cycle' = '0'
    '_shtab_ceulog_edit___planned' = '0'
    '_shtab_ceulog_edit__h' = '0'
    '_shtab_ceulog_export___excel' = '0'
    '_shtab_ceulog_export___help' = '0'
    '_shtab_ceulog_export__h' = '0'
    '_shtab_ceulog_holder___help' = '0'
    '_shtab_ceulog_holder__h' = '0'
    '_shtab_ceulog_import___dry_run' = '0'
    '_shtab_ceulog_import___help' = '0'
    '_shtab_ceulog_import__h' = '0'
    '_shtab_ceulog_list___csv' = '0'
    '_shtab_ceulog_list___help' = '0'
    '_shtab_ceulog_list___json' = '0'
    '_shtab_ceulog_list___plain' = '0'
    '_shtab_ceulog_list___trash' = '0'
    '_shtab_ceulog_list__h' = '0'
    '_shtab_ceulog_locate___help' = '0'
    '_shtab_ceulog_locate__h' = '0'
    '_shtab_ceulog_merge___dry_run' = '0'
    '_shtab_ceulog_merge___help' = '0'
    '_shtab_ceulog_merge___ours' = '0'
    '_shtab_ceulog_merge__h' = '0'
    '_shtab_ceulog_open___help' = '0'
    '_shtab_ceulog_open___path' = '0'
    '_shtab_ceulog_open__h' = '0'
    '_shtab_ceulog_organization___dues_paid' = '0'
    '_shtab_ceulog_organization___help' = '0'
    '_shtab_ceulog_organization___json' = '0'
    '_shtab_ceulog_organization___news_seen' = '0'
    '_shtab_ceulog_organization__h' = '0'
    '_shtab_ceulog_packet___help' = '0'
    '_shtab_ceulog_packet__h' = '0'
    '_shtab_ceulog_portal___all' = '0'
    '_shtab_ceulog_portal___crib' = '0'
    '_shtab_ceulog_portal___entered' = '0'
    '_shtab_ceulog_portal___help' = '0'
    '_shtab_ceulog_portal___json' = '0'
    '_shtab_ceulog_portal___logged' = '0'
    '_shtab_ceulog_portal___questioned' = '0'
    '_shtab_ceulog_portal___submitted' = '0'
    '_shtab_ceulog_portal___verified' = '0'
    '_shtab_ceulog_portal__h' = '0'
    '_shtab_ceulog_portal_pos_0' = '*'
    '_shtab_ceulog_pos_0' = 'A...'
    '_shtab_ceulog_redo___help' = '0'
    '_shtab_ceulog_redo__h' = '0'
    '_shtab_ceulog_remove___help' = '0'
    '_shtab_ceulog_remove__h' = '0'
    '_shtab_ceulog_remove_pos_0' = '+'
    '_shtab_ceulog_restore___help' = '0'
    '_shtab_ceulog_restore__h' = '0'
    '_shtab_ceulog_restore_pos_0' = '+'
    '_shtab_ceulog_rollback___dry_run' = '0'
    '_shtab_ceulog_rollback___help' = '0'
    '_shtab_ceulog_rollback__h' = '0'
    '_shtab_ceulog_show___help' = '0'
    '_shtab_ceulog_show___json' = '0'
    '_shtab_ceulog_show__h' = '0'
    '_shtab_ceulog_status___help' = '0'
    '_shtab_ceulog_status___json' = '0'
    '_shtab_ceulog_status___plain' = '0'
    '_shtab_ceulog_status__h' = '0'
    '_shtab_ceulog_tick___help' = '0'
    '_shtab_ceulog_tick___off' = '0'
    '_shtab_ceulog_tick__h' = '0'
    '_shtab_ceulog_undo___help' = '0'
    '_shtab_ceulog_undo__h' = '0'
    '_shtab_ceulog_why___help' = '0'
    '_shtab_ceulog_why___json' = '0'
    '_shtab_ceulog_why__h' = '0'
}
$_shtab_ceulog_help = @{
    '_shtab_ceulog___demo' = 'open a throw-away copy of the sample logbook'
    '_shtab_ceulog___help' = 'show this help message and exit'
    '_shtab_ceulog___log' = 'the logbook''s folder (else $CEULOG_LOG, else your data folder)'
    '_shtab_ceulog___today' = 'take this day for today (else $CEULOG_TODAY)'
    '_shtab_ceulog___version' = 'show program''s version number and exit'
    '_shtab_ceulog__h' = 'show this help message and exit'
    '_shtab_ceulog_add' = 'log an activity'
    '_shtab_ceulog_add___approved_for' = 'a credential it was approved for'
    '_shtab_ceulog_add___certificate' = 'a file that proves it'
    '_shtab_ceulog_add___certificate_asked' = 'the day on which you asked for its certificate; empty takes it away'
    '_shtab_ceulog_add___ceus' = 'CEUs as printed on the certificate'
    '_shtab_ceulog_add___credit' = 'other CEUs at one organization'
    '_shtab_ceulog_add___date' = 'the day it was completed'
    '_shtab_ceulog_add___domain' = 'its HIIM domain'
    '_shtab_ceulog_add___evidence' = 'what the files are, once for all or once for each: certificate, letter, attendance-form, transcript, receipt, agenda, other'
    '_shtab_ceulog_add___for' = 'an organization it counts for'
    '_shtab_ceulog_add___help' = 'show this help message and exit'
    '_shtab_ceulog_add___index_number' = 'AAPC''s approval number on the certificate'
    '_shtab_ceulog_add___location' = 'where it was'
    '_shtab_ceulog_add___minutes' = 'its length: 90, 1h30'
    '_shtab_ceulog_add___next_cycle' = 'earned in the renewal month, to count in the next cycle'
    '_shtab_ceulog_add___no_next_cycle' = 'earned in the renewal month, to count in the next cycle'
    '_shtab_ceulog_add___note' = 'anything to remember'
    '_shtab_ceulog_add___planned' = 'still to come; `edit ID --attended` confirms it'
    '_shtab_ceulog_add___presenter' = 'who presented it'
    '_shtab_ceulog_add___provided_by' = 'ahima, csa, cla, external'
    '_shtab_ceulog_add___sponsor' = 'who offered it'
    '_shtab_ceulog_add___type' = 'webinar, seminar, chapter-meeting, quiz …'
    '_shtab_ceulog_add__h' = 'show this help message and exit'
    '_shtab_ceulog_add_pos_0' = 'as on the certificate, up to 500 characters'
    '_shtab_ceulog_backup' = 'keep a dated copy of the logbook now'
    '_shtab_ceulog_backup___help' = 'show this help message and exit'
    '_shtab_ceulog_backup__h' = 'show this help message and exit'
    '_shtab_ceulog_backups' = 'the copies that are kept'
    '_shtab_ceulog_backups___help' = 'show this help message and exit'
    '_shtab_ceulog_backups__h' = 'show this help message and exit'
    '_shtab_ceulog_calendar' = 'due dates, dues and plans as a calendar file'
    '_shtab_ceulog_calendar___help' = 'show this help message and exit'
    '_shtab_ceulog_calendar__h' = 'show this help message and exit'
    '_shtab_ceulog_calendar_pos_0' = 'the file to be written; importing it again updates it'
    '_shtab_ceulog_certificates' = 'a folder of certificates read, each logged when you confirm it'
    '_shtab_ceulog_certificates___date_format' = 'the order of month and day, where none shows it'
    '_shtab_ceulog_certificates___dry_run' = 'only say what was read'
    '_shtab_ceulog_certificates___help' = 'show this help message and exit'
    '_shtab_ceulog_certificates___json' = 'what was read, as JSON; asks nothing'
    '_shtab_ceulog_certificates___yes' = 'take all that could be read whole, without asking for each'
    '_shtab_ceulog_certificates__h' = 'show this help message and exit'
    '_shtab_ceulog_certificates_pos_0' = 'a folder of PDF files, or one of them'
    '_shtab_ceulog_check' = 'what an auditor would stumble over, and what is due'
    '_shtab_ceulog_check___help' = 'show this help message and exit'
    '_shtab_ceulog_check___json' = 'the findings as JSON'
    '_shtab_ceulog_check___quiet' = 'the findings alone: for cron, which mails what is said'
    '_shtab_ceulog_check__h' = 'show this help message and exit'
    '_shtab_ceulog_completion' = 'have your shell complete command lines with Tab'
    '_shtab_ceulog_completion___help' = 'show this help message and exit'
    '_shtab_ceulog_completion__h' = 'show this help message and exit'
    '_shtab_ceulog_completion_pos_0' = 'bash, zsh, fish, powershell'
    '_shtab_ceulog_credential' = 'start, correct or stop holding a credential'
    '_shtab_ceulog_credential___cycle_end' = 'the last day of the current cycle'
    '_shtab_ceulog_credential___cycle_start' = 'its first day (default: 24 months before)'
    '_shtab_ceulog_credential___earned' = 'the award date'
    '_shtab_ceulog_credential___help' = 'show this help message and exit'
    '_shtab_ceulog_credential___json' = 'with list and catalog: as JSON'
    '_shtab_ceulog_credential___minimum' = 'this credential''s own CEUs, likewise'
    '_shtab_ceulog_credential___number' = 'the credential''s number'
    '_shtab_ceulog_credential___reason' = 'why that number differs from the rule'
    '_shtab_ceulog_credential___required' = 'CEUs in all, where your tracker differs'
    '_shtab_ceulog_credential___self_assessment' = 'whether it gates renewal'
    '_shtab_ceulog_credential__h' = 'show this help message and exit'
    '_shtab_ceulog_credential_pos_0' = 'add, set, remove, list, catalog'
    '_shtab_ceulog_credential_pos_1' = 'CPC, CCS, …; with catalog: words to look for, such as audit'
    '_shtab_ceulog_edit' = 'put an activity right'
    '_shtab_ceulog_edit___approved_for' = 'a credential it was approved for'
    '_shtab_ceulog_edit___attended' = 'it was planned, and has been attended'
    '_shtab_ceulog_edit___certificate' = 'a file that proves it'
    '_shtab_ceulog_edit___certificate_asked' = 'the day on which you asked for its certificate; empty takes it away'
    '_shtab_ceulog_edit___ceus' = 'CEUs as printed on the certificate'
    '_shtab_ceulog_edit___credit' = 'other CEUs at one organization'
    '_shtab_ceulog_edit___date' = 'the day it was completed'
    '_shtab_ceulog_edit___domain' = 'its HIIM domain'
    '_shtab_ceulog_edit___evidence' = 'what the files are, once for all or once for each: certificate, letter, attendance-form, transcript, receipt, agenda, other'
    '_shtab_ceulog_edit___for' = 'an organization it counts for'
    '_shtab_ceulog_edit___help' = 'show this help message and exit'
    '_shtab_ceulog_edit___index_number' = 'AAPC''s approval number on the certificate'
    '_shtab_ceulog_edit___location' = 'where it was'
    '_shtab_ceulog_edit___minutes' = 'its length: 90, 1h30'
    '_shtab_ceulog_edit___next_cycle' = 'earned in the renewal month, to count in the next cycle'
    '_shtab_ceulog_edit___no_next_cycle' = 'earned in the renewal month, to count in the next cycle'
    '_shtab_ceulog_edit___note' = 'anything to remember'
    '_shtab_ceulog_edit___planned' = 'it is still to come'
    '_shtab_ceulog_edit___presenter' = 'who presented it'
    '_shtab_ceulog_edit___provided_by' = 'ahima, csa, cla, external'
    '_shtab_ceulog_edit___sponsor' = 'who offered it'
    '_shtab_ceulog_edit___title' = 'as on the certificate, up to 500 characters'
    '_shtab_ceulog_edit___type' = 'webinar, seminar, chapter-meeting, quiz …'
    '_shtab_ceulog_edit__h' = 'show this help message and exit'
    '_shtab_ceulog_edit_pos_0' = 'of the activity, or enough of its beginning'
    '_shtab_ceulog_export' = 'the log as CSV, as a workbook or for paper'
    '_shtab_ceulog_export___credential' = 'only what concerns this credential'
    '_shtab_ceulog_export___cycle' = 'of which cycles (default: current)'
    '_shtab_ceulog_export___excel' = 'with the mark that Excel wants for UTF-8'
    '_shtab_ceulog_export___format' = 'what it is, whatever the file is called'
    '_shtab_ceulog_export___help' = 'show this help message and exit'
    '_shtab_ceulog_export___profile' = 'whom it is for: which columns come first; share takes out names and numbers (default: generic)'
    '_shtab_ceulog_export__h' = 'show this help message and exit'
    '_shtab_ceulog_export_pos_0' = '- or none: CSV on standard output; .csv, .jsonl (JSON Lines, for a database), .xlsx (a workbook), .html or .md (a page for each credential)'
    '_shtab_ceulog_holder' = 'set whose logbook it is'
    '_shtab_ceulog_holder___help' = 'show this help message and exit'
    '_shtab_ceulog_holder___name' = 'as it stands on your certificates'
    '_shtab_ceulog_holder__h' = 'show this help message and exit'
    '_shtab_ceulog_holder_pos_0' = 'set, the only one'
    '_shtab_ceulog_import' = 'activities from a spreadsheet, a portal''s table or an e-mail'
    '_shtab_ceulog_import___date_format' = 'the order of month, day and year in the file'
    '_shtab_ceulog_import___dry_run' = 'only say what would be done'
    '_shtab_ceulog_import___help' = 'show this help message and exit'
    '_shtab_ceulog_import___map' = 'the column that a field is in, by its name or number; fields: date, date_started, title, sponsor, ceus, minutes, type, index_number, credential, body, approved_for, domain, provided_by, presenter, location, status, next_cycle, credits_by_body, notes'
    '_shtab_ceulog_import__h' = 'show this help message and exit'
    '_shtab_ceulog_import_pos_0' = 'a CSV file, or text with tabs; - reads standard input'
    '_shtab_ceulog_list' = 'the activities, newest first'
    '_shtab_ceulog_list___csv' = 'as CSV, one row an activity'
    '_shtab_ceulog_list___cycle' = 'of which cycle (default: all)'
    '_shtab_ceulog_list___help' = 'show this help message and exit'
    '_shtab_ceulog_list___json' = 'as JSON, for scripts'
    '_shtab_ceulog_list___plain' = 'plain ASCII sentences, for screen readers'
    '_shtab_ceulog_list___search' = 'words, type:webinar, for:AAPC, 2026-03 …'
    '_shtab_ceulog_list___trash' = 'what is in the trash; `restore` takes it back out'
    '_shtab_ceulog_list__h' = 'show this help message and exit'
    '_shtab_ceulog_locate' = 'where the logbook and the settings lie'
    '_shtab_ceulog_locate___help' = 'show this help message and exit'
    '_shtab_ceulog_locate__h' = 'show this help message and exit'
    '_shtab_ceulog_merge' = 'another copy of the logbook made one with this one'
    '_shtab_ceulog_merge___dry_run' = 'only say what would be done'
    '_shtab_ceulog_merge___help' = 'show this help message and exit'
    '_shtab_ceulog_merge___ours' = 'where both changed the same, ours is right: do not ask'
    '_shtab_ceulog_merge___theirs' = 'where both changed the same: take theirs for this entry (its id, CODE or ORG), or for `all`; else ours'
    '_shtab_ceulog_merge__h' = 'show this help message and exit'
    '_shtab_ceulog_merge_pos_0' = 'the other logbook''s folder, or a conflict copy of the file'
    '_shtab_ceulog_open' = 'a certificate in your viewer, or where it lies'
    '_shtab_ceulog_open___help' = 'show this help message and exit'
    '_shtab_ceulog_open___path' = 'open nothing, only print where it lies'
    '_shtab_ceulog_open__h' = 'show this help message and exit'
    '_shtab_ceulog_open_pos_0' = 'of the activity, or enough of its beginning'
    '_shtab_ceulog_open_pos_1' = 'which of its certificates, from 1'
    '_shtab_ceulog_organization' = 'set what an organization asks for; close its cycle, see the closed ones'
    '_shtab_ceulog_organization___dues_amount' = 'how much they are, in dollars'
    '_shtab_ceulog_organization___dues_date' = 'when the yearly dues are due, or none'
    '_shtab_ceulog_organization___dues_paid' = 'they are paid: the next ones are due a year later'
    '_shtab_ceulog_organization___edition' = 'the edition for the current cycle, or none for the usual one'
    '_shtab_ceulog_organization___extension' = 'the last day of a bought extension, or none'
    '_shtab_ceulog_organization___help' = 'show this help message and exit'
    '_shtab_ceulog_organization___json' = 'with history: as JSON'
    '_shtab_ceulog_organization___member_id' = 'your member number there'
    '_shtab_ceulog_organization___news_seen' = 'you have read what changed in the rules'
    '_shtab_ceulog_organization___share' = 'whether the switchable share binds this cycle; none: by the rule'
    '_shtab_ceulog_organization___verification_asked' = 'the day on which it asked for your certificates; none when that is answered'
    '_shtab_ceulog_organization___verification_due' = 'the last day for the answer'
    '_shtab_ceulog_organization__h' = 'show this help message and exit'
    '_shtab_ceulog_organization_pos_0' = 'set, renew (close the cycle), history'
    '_shtab_ceulog_organization_pos_1' = 'AAPC, AHIMA, …'
    '_shtab_ceulog_packet' = 'all that an audit asks for in one ZIP file; proves one'
    '_shtab_ceulog_packet___credential' = 'only what concerns this credential'
    '_shtab_ceulog_packet___cycle' = 'of which cycles (default: current)'
    '_shtab_ceulog_packet___help' = 'show this help message and exit'
    '_shtab_ceulog_packet___verify' = 'prove a packet: every file as it was made'
    '_shtab_ceulog_packet__h' = 'show this help message and exit'
    '_shtab_ceulog_packet_pos_0' = 'the file to be written'
    '_shtab_ceulog_portal' = 'what is entered, submitted and verified in the portals, and what to type there'
    '_shtab_ceulog_portal___all' = 'all that count in the cycle and are not so far yet'
    '_shtab_ceulog_portal___crib' = 'what to type for those that are not entered yet'
    '_shtab_ceulog_portal___cycle' = 'of which cycle (default: current)'
    '_shtab_ceulog_portal___date' = 'the day it was done (default: today)'
    '_shtab_ceulog_portal___entered' = 'they are typed in'
    '_shtab_ceulog_portal___help' = 'show this help message and exit'
    '_shtab_ceulog_portal___json' = 'the list as JSON'
    '_shtab_ceulog_portal___logged' = 'they are not entered after all'
    '_shtab_ceulog_portal___organization' = 'whose portal (default: all; the one that you hold)'
    '_shtab_ceulog_portal___questioned' = 'the organization asks about them'
    '_shtab_ceulog_portal___submitted' = 'they are submitted'
    '_shtab_ceulog_portal___verified' = 'the organization has verified them'
    '_shtab_ceulog_portal__h' = 'show this help message and exit'
    '_shtab_ceulog_portal_pos_0' = 'of the activities, or enough of their beginning'
    '_shtab_ceulog_redo' = 'do again what was undone last'
    '_shtab_ceulog_redo___help' = 'show this help message and exit'
    '_shtab_ceulog_redo__h' = 'show this help message and exit'
    '_shtab_ceulog_remove' = 'put activities into the trash'
    '_shtab_ceulog_remove___help' = 'show this help message and exit'
    '_shtab_ceulog_remove__h' = 'show this help message and exit'
    '_shtab_ceulog_remove_pos_0' = 'of an activity, or enough of its beginning'
    '_shtab_ceulog_restore' = 'take activities back out of the trash'
    '_shtab_ceulog_restore___help' = 'show this help message and exit'
    '_shtab_ceulog_restore__h' = 'show this help message and exit'
    '_shtab_ceulog_restore_pos_0' = 'of an activity, or enough of its beginning'
    '_shtab_ceulog_rollback' = 'go back to a kept copy, such as when the logbook is damaged'
    '_shtab_ceulog_rollback___dry_run' = 'only say what would be other than now'
    '_shtab_ceulog_rollback___help' = 'show this help message and exit'
    '_shtab_ceulog_rollback__h' = 'show this help message and exit'
    '_shtab_ceulog_rollback_pos_0' = 'which copy (default: the newest that can be read)'
    '_shtab_ceulog_show' = 'everything about one activity'
    '_shtab_ceulog_show___help' = 'show this help message and exit'
    '_shtab_ceulog_show___json' = 'as JSON, for scripts'
    '_shtab_ceulog_show__h' = 'show this help message and exit'
    '_shtab_ceulog_show_pos_0' = 'of the activity, or enough of its beginning'
    '_shtab_ceulog_status' = 'how far each credential is, and what is missing'
    '_shtab_ceulog_status___help' = 'show this help message and exit'
    '_shtab_ceulog_status___json' = 'as JSON, for scripts'
    '_shtab_ceulog_status___plain' = 'plain ASCII sentences, for screen readers'
    '_shtab_ceulog_status___with' = 'as if you held that credential too, from today; nothing is changed'
    '_shtab_ceulog_status__h' = 'show this help message and exit'
    '_shtab_ceulog_tick' = 'tick a checkbox, such as the self-assessment'
    '_shtab_ceulog_tick___date' = 'the day it was done (default: today)'
    '_shtab_ceulog_tick___help' = 'show this help message and exit'
    '_shtab_ceulog_tick___off' = 'open the box again; with --date, take that day''s tick out'
    '_shtab_ceulog_tick__h' = 'show this help message and exit'
    '_shtab_ceulog_tick_pos_0' = 'of the credential'
    '_shtab_ceulog_tick_pos_1' = 'which box, if there are several'
    '_shtab_ceulog_undo' = 'take the newest change back'
    '_shtab_ceulog_undo___help' = 'show this help message and exit'
    '_shtab_ceulog_undo__h' = 'show this help message and exit'
    '_shtab_ceulog_why' = 'where a credential''s number comes from'
    '_shtab_ceulog_why___help' = 'show this help message and exit'
    '_shtab_ceulog_why___json' = 'as JSON, for scripts'
    '_shtab_ceulog_why___with' = 'as if you held that credential too, from today; nothing is changed'
    '_shtab_ceulog_why__h' = 'show this help message and exit'
    '_shtab_ceulog_why_pos_0' = 'of the credential'
}

# --- Helper functions ---

function _shtab_powershell_compgen_files {
  param([string]$WordToComplete)
  $dir = ''
  if ($WordToComplete -match '^(.*[\\/])') { $dir = $Matches[1] }
  Get-ChildItem -Path "$WordToComplete*" -File -ErrorAction SilentlyContinue |
    ForEach-Object { $dir + $_.Name }
  Get-ChildItem -Path "$WordToComplete*" -Directory -ErrorAction SilentlyContinue |
    ForEach-Object { $dir + $_.Name + [System.IO.Path]::DirectorySeparatorChar }
}

function _shtab_powershell_compgen_dirs {
  param([string]$WordToComplete)
  $dir = ''
  if ($WordToComplete -match '^(.*[\\/])') { $dir = $Matches[1] }
  Get-ChildItem -Path "$WordToComplete*" -Directory -ErrorAction SilentlyContinue |
    ForEach-Object { $dir + $_.Name + [System.IO.Path]::DirectorySeparatorChar }
}

function _shtab_powershell_replace_nonword {
  param([string]$Text)
  $Text -replace '[^\w]', '_'
}

# --- Main completer ---

Register-ArgumentCompleter -Native -CommandName ceulog -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  # Tokenize the command line (skip program name)
  $allTokens = @()
  if ($commandAst.CommandElements.Count -gt 1) {
    $allTokens = @($commandAst.CommandElements[1..($commandAst.CommandElements.Count - 1)] |
      ForEach-Object { $_.ToString() })
  }

  # Determine which tokens are "completed" (before the word being typed)
  # The last token is the one currently being completed if it matches wordToComplete
  $tokens = @()
  if ($allTokens.Count -gt 0) {
    if ($wordToComplete -and $allTokens[-1] -eq $wordToComplete) {
      if ($allTokens.Count -gt 1) {
        $tokens = $allTokens[0..($allTokens.Count - 2)]
      }
    } else {
      $tokens = $allTokens
    }
  }

  # State tracking
  $prefix = '_shtab_ceulog'
  $completedPositionals = 0
  $currentActionKey = "${prefix}_pos_0"
  $currentActionNargs = 1
  $currentActionArgsConsumed = 0
  $currentActionIsPositional = $true
  $posOnly = $false

  # Helper: look up nargs for a given action key (default 1)
  function Get-ActionNargs($actionKey) {
    $n = $_shtab_ceulog_nargs[$actionKey]
    if ($n) { return $n } else { return '1' }
  }

  # Helper: look up help text for a given action key (empty if none)
  function Get-ActionHelp($actionKey) {
    return $_shtab_ceulog_help[$actionKey]
  }

  # Walk completed tokens to determine current parser state
  foreach ($token in $tokens) {
    if ($posOnly -or $token -ne '--') {
      # Check for subparser match
      $currentSubparsers = $_shtab_ceulog_subparsers[$prefix]
      if ($currentSubparsers -and $currentSubparsers -contains $token) {
        $prefix = $prefix + '_' + (_shtab_powershell_replace_nonword $token)
        $completedPositionals = 0
        $currentActionKey = "${prefix}_pos_0"
        $currentActionNargs = Get-ActionNargs $currentActionKey
        $currentActionArgsConsumed = 0
        $currentActionIsPositional = $true
        continue
      }
      # Check for option string match
      $currentOptions = $_shtab_ceulog_option_strings[$prefix]
      if ($currentOptions -and $currentOptions -contains $token) {
        $currentActionKey = $prefix + '_' + (_shtab_powershell_replace_nonword $token)
        $currentActionNargs = Get-ActionNargs $currentActionKey
        $currentActionArgsConsumed = 0
        $currentActionIsPositional = $false
        continue
      }
      # Consume argument for current action
      $currentActionArgsConsumed++
      if ($currentActionNargs -ne '*' -and
        $currentActionNargs -ne '+' -and
        $currentActionNargs -ne '?' -and
        $currentActionNargs -notlike '*...*') {
        if ($currentActionArgsConsumed -ge [int]$currentActionNargs) {
          if ($currentActionIsPositional) { $completedPositionals++ }
          $currentActionKey = "${prefix}_pos_${completedPositionals}"
          $currentActionNargs = Get-ActionNargs $currentActionKey
          $currentActionArgsConsumed = 0
          $currentActionIsPositional = $true
        }
      }
    } else {
      $posOnly = $true
    }
  }
  # --- Generate completions ---
  if ($env:SHTAB_DEBUG -eq 'true') {
    Write-Host "shtab: wordToComplete='$wordToComplete' prefix='$prefix' `
    actionKey='$currentActionKey' isPositional='$currentActionIsPositional' posOnly='$posOnly'"
  }

  $completions = @()

  if (-not $posOnly -and $wordToComplete -like '-*') {
    # Complete option strings, tooltipped with each option's own help text
    $opts = $_shtab_ceulog_option_strings[$prefix]
    if ($opts) {
      foreach ($opt in $opts) {
        if ($opt -like "$wordToComplete*") {
          $optKey = $prefix + '_' + (_shtab_powershell_replace_nonword $opt)
          $completions += , @{Text = $opt; Tooltip = Get-ActionHelp $optKey}
        }
      }
    }
  } else {
    # Complete subparsers (only when current action is positional),
    # tooltipped with each subcommand's own help text
    if ($currentActionIsPositional) {
      $subs = $_shtab_ceulog_subparsers[$prefix]
      if ($subs) {
        foreach ($sub in $subs) {
          if ($sub -like "$wordToComplete*") {
            $subKey = $prefix + '_' + (_shtab_powershell_replace_nonword $sub)
            $completions += , @{Text = $sub; Tooltip = Get-ActionHelp $subKey}
          }
        }
      }
    }

    $actionHelp = Get-ActionHelp $currentActionKey

    # Complete choices for current action (positional or option)
    $actionChoices = $_shtab_ceulog_choices[$currentActionKey]
    if ($actionChoices) {
      foreach ($choice in $actionChoices) {
        if ($choice -like "$wordToComplete*") {
          $completions += , @{Text = $choice; Tooltip = $actionHelp}
        }
      }
    }
    # Complete using compgen function for current action
    $actionCompgen = $_shtab_ceulog_compgens[$currentActionKey]
    if ($actionCompgen) {
      foreach ($item in @(& $actionCompgen $wordToComplete)) {
        $completions += , @{Text = $item; Tooltip = $actionHelp}
      }
    }
  }
  # Deduplicate (by text) and emit CompletionResult objects
  $seen = New-Object System.Collections.Generic.HashSet[string]
  $results = @()
  foreach ($c in $completions) {
    if ($seen.Add($c.Text)) {
      $tooltip = if ($c.Tooltip) { $c.Tooltip } else { $c.Text }
      $results += [System.Management.Automation.CompletionResult]::new(
        $c.Text,          # completionText
        $c.Text,          # listItemText
        'ParameterValue',  # resultType
        $tooltip          # toolTip
      )
    }
  }
  # Prevent fallback file-path completion (PowerShell/PowerShell#19628)
  if ($results.Count -eq 0) { return $null }
  $results
}
