#compdef ceulog
# Completes command lines of ceulog in zsh.
# Put this line into ~/.zshrc, below compinit, and open a new terminal:  eval "$(ceulog completion zsh)"

_shtab_ceulog_commands() {
  local _commands=(
    add:'log an activity'
    backup:'keep a dated copy of the logbook now'
    backups:'the copies that are kept'
    calendar:'due dates, dues and plans as a calendar file'
    certificates:'a folder of certificates read, each logged when you confirm it'
    check:'what an auditor would stumble over, and what is due'
    completion:'have your shell complete command lines with Tab'
    credential:'start, correct or stop holding a credential'
    edit:'put an activity right'
    export:'the log as CSV, as a workbook or for paper'
    holder:'set whose logbook it is'
    import:'activities from a spreadsheet, a portal'"'"'s table or an e-mail'
    list:'the activities, newest first'
    locate:'where the logbook and the settings lie'
    merge:'another copy of the logbook made one with this one'
    open:'a certificate in your viewer, or where it lies'
    organization:'set what an organization asks for; close its cycle, see the closed ones'
    packet:'all that an audit asks for in one ZIP file; proves one'
    portal:'what is entered, submitted and verified in the portals, and what to type there'
    redo:'do again what was undone last'
    remove:'put activities into the trash'
    restore:'take activities back out of the trash'
    rollback:'go back to a kept copy, such as when the logbook is damaged'
    show:'everything about one activity'
    status:'how far each credential is, and what is missing'
    tick:'tick a checkbox, such as the self-assessment'
    undo:'take the newest change back'
    why:'where a credential'"'"'s number comes from'
  )
  _describe 'ceulog commands' _commands
}

_shtab_ceulog_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--log[the logbook\'s folder (else \$CEULOG_LOG, else your data folder)]:DIR:_files -/"
  "--today[take this day for today (else \$CEULOG_TODAY)]:DATE:(today yesterday)"
  "--demo[open a throw-away copy of the sample logbook]"
  "(- : *)--version[show program\'s version number and exit]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_defaults_added=0

_shtab_ceulog_add_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--ceus[CEUs as printed on the certificate]:N:"
  "--minutes[its length\: 90, 1h30]:M:"
  "--date[the day it was completed]:D:(today yesterday)"
  "--type[webinar, seminar, chapter-meeting, quiz \…]:T:(webinar seminar workshop conference chapter-meeting course on-demand quiz teaching publication cms-training other)"
  "--sponsor[who offered it]:S:"
  "--index-number[AAPC\'s approval number on the certificate]:X:"
  "*--for[an organization it counts for]:ORG:(AAPC ACDIS AHIMA)"
  "*--credit[other CEUs at one organization]:ORG=N:(AAPC= ACDIS= AHIMA=)"
  "*--approved-for[a credential it was approved for]:CODE:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
  "--domain[its HIIM domain]:NAME|ID:(2 18 19 20 21 22 23 25 43)"
  "--provided-by[ahima, csa, cla, external]:WHO:(ahima csa cla external)"
  "--presenter[who presented it]:P:"
  "--location[where it was]:L:"
  "*--certificate[a file that proves it]:FILE:_files"
  "*--evidence[what the files are, once for all or once for each\: certificate, letter, attendance-form, transcript, receipt, agenda, other]:KIND:(certificate letter attendance-form transcript receipt agenda other)"
  "--certificate-asked[the day on which you asked for its certificate\; empty takes it away]:D:(today yesterday)"
  "--note[anything to remember]:TEXT:"
  {--next-cycle,--no-next-cycle}"[earned in the renewal month, to count in the next cycle]"
  "--planned[still to come\; \`edit ID --attended\` confirms it]"
  ":as on the certificate, up to 500 characters:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_add_defaults_added=0

_shtab_ceulog_backup_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_backup_defaults_added=0

_shtab_ceulog_backups_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_backups_defaults_added=0

_shtab_ceulog_calendar_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  ":the file to be written\; importing it again updates it:_files"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_calendar_defaults_added=0

_shtab_ceulog_certificates_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--yes[take all that could be read whole, without asking for each]"
  "--date-format[the order of month and day, where none shows it]:date_format:(mdy dmy)"
  "--dry-run[only say what was read]"
  "--json[what was read, as JSON\; asks nothing]"
  ":a folder of PDF files, or one of them:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_certificates_defaults_added=0

_shtab_ceulog_check_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--json[the findings as JSON]"
  "--quiet[the findings alone\: for cron, which mails what is said]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_check_defaults_added=0

_shtab_ceulog_completion_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  ":bash, zsh, fish, powershell:(bash zsh fish powershell)"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_completion_defaults_added=0

_shtab_ceulog_credential_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--earned[the award date]:DATE:(today yesterday)"
  "--cycle-end[the last day of the current cycle]:DATE:(today yesterday)"
  "--cycle-start[its first day (default\: 24 months before)]:DATE:(today yesterday)"
  "--required[CEUs in all, where your tracker differs]:N:"
  "--minimum[this credential\'s own CEUs, likewise]:N:"
  "--reason[why that number differs from the rule]:TEXT:"
  "--self-assessment[whether it gates renewal]:self_assessment:(required optional)"
  "--number[the credential\'s number]:TEXT:"
  "--json[with list and catalog\: as JSON]"
  ":add, set, remove, list, catalog:(add set remove list catalog)"
  "(*)::CPC, CCS, \…\; with catalog\: words to look for, such as audit:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_credential_defaults_added=0

_shtab_ceulog_edit_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--title[as on the certificate, up to 500 characters]:TITLE:"
  "--ceus[CEUs as printed on the certificate]:N:"
  "--minutes[its length\: 90, 1h30]:M:"
  "--date[the day it was completed]:D:(today yesterday)"
  "--type[webinar, seminar, chapter-meeting, quiz \…]:T:(webinar seminar workshop conference chapter-meeting course on-demand quiz teaching publication cms-training other)"
  "--sponsor[who offered it]:S:"
  "--index-number[AAPC\'s approval number on the certificate]:X:"
  "*--for[an organization it counts for]:ORG:(AAPC ACDIS AHIMA)"
  "*--credit[other CEUs at one organization]:ORG=N:(AAPC= ACDIS= AHIMA=)"
  "*--approved-for[a credential it was approved for]:CODE:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
  "--domain[its HIIM domain]:NAME|ID:(2 18 19 20 21 22 23 25 43)"
  "--provided-by[ahima, csa, cla, external]:WHO:(ahima csa cla external)"
  "--presenter[who presented it]:P:"
  "--location[where it was]:L:"
  "*--certificate[a file that proves it]:FILE:_files"
  "*--evidence[what the files are, once for all or once for each\: certificate, letter, attendance-form, transcript, receipt, agenda, other]:KIND:(certificate letter attendance-form transcript receipt agenda other)"
  "--certificate-asked[the day on which you asked for its certificate\; empty takes it away]:D:(today yesterday)"
  "--note[anything to remember]:TEXT:"
  {--next-cycle,--no-next-cycle}"[earned in the renewal month, to count in the next cycle]"
  "--attended[it was planned, and has been attended]"
  "--planned[it is still to come]"
  ":of the activity, or enough of its beginning:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_edit_defaults_added=0

_shtab_ceulog_export_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--format[what it is, whatever the file is called]:format:(csv jsonl html md)"
  "--credential[only what concerns this credential]:CODE:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
  "--cycle[of which cycles (default\: current)]:cycle:(current previous all)"
  "--profile[whom it is for\: which columns come first\; share takes out names and numbers (default\: generic)]:profile:(generic aapc ahima share)"
  "--excel[with the mark that Excel wants for UTF-8]"
  ":- or none\: CSV on standard output\; .csv, .jsonl (JSON Lines, for a database), .xlsx (a workbook), .html or .md (a page for each credential):_files"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_export_defaults_added=0

_shtab_ceulog_holder_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--name[as it stands on your certificates]:TEXT:"
  ":set, the only one:(set)"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_holder_defaults_added=0

_shtab_ceulog_import_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "*--map[the column that a field is in, by its name or number\; fields\: date, date_started, title, sponsor, ceus, minutes, type, index_number, credential, body, approved_for, domain, provided_by, presenter, location, status, next_cycle, credits_by_body, notes]:FIELD=COLUMN:"
  "--date-format[the order of month, day and year in the file]:date_format:(mdy dmy ymd)"
  "--dry-run[only say what would be done]"
  ":a CSV file, or text with tabs\; - reads standard input:_files"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_import_defaults_added=0

_shtab_ceulog_list_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--json[as JSON, for scripts]"
  "--csv[as CSV, one row an activity]"
  "--plain[plain ASCII sentences, for screen readers]"
  "--search[words, type\:webinar, for\:AAPC, 2026-03 \…]:TEXT:"
  "--cycle[of which cycle (default\: all)]:cycle:(current previous all)"
  "--trash[what is in the trash\; \`restore\` takes it back out]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_list_defaults_added=0

_shtab_ceulog_locate_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_locate_defaults_added=0

_shtab_ceulog_merge_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--dry-run[only say what would be done]"
  "*--theirs[where both changed the same\: take theirs for this entry (its id, CODE or ORG), or for \`all\`\; else ours]:ID:"
  "--ours[where both changed the same, ours is right\: do not ask]"
  ":the other logbook\'s folder, or a conflict copy of the file:_files"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_merge_defaults_added=0

_shtab_ceulog_open_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--path[open nothing, only print where it lies]"
  ":of the activity, or enough of its beginning:"
  ":which of its certificates, from 1:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_open_defaults_added=0

_shtab_ceulog_organization_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--member-id[your member number there]:X:"
  "--dues-date[when the yearly dues are due, or none]:D:(today yesterday)"
  "--dues-amount[how much they are, in dollars]:N:"
  "--dues-paid[they are paid\: the next ones are due a year later]"
  "--edition[the edition for the current cycle, or none for the usual one]:ID:"
  "--extension[the last day of a bought extension, or none]:D:(today yesterday)"
  "--share[whether the switchable share binds this cycle\; none\: by the rule]:share:(on off none)"
  "--verification-asked[the day on which it asked for your certificates\; none when that is answered]:D:(today yesterday)"
  "--verification-due[the last day for the answer]:D:(today yesterday)"
  "--news-seen[you have read what changed in the rules]"
  "--json[with history\: as JSON]"
  ":set, renew (close the cycle), history:(set renew history)"
  ":AAPC, AHIMA, \…:(AAPC ACDIS AHIMA)"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_organization_defaults_added=0

_shtab_ceulog_packet_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--credential[only what concerns this credential]:CODE:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
  "--cycle[of which cycles (default\: current)]:cycle:(current previous all)"
  "--verify[prove a packet\: every file as it was made]:FILE.zip:_files"
  ":the file to be written:_files"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_packet_defaults_added=0

_shtab_ceulog_portal_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--organization[whose portal (default\: all\; the one that you hold)]:ORG:(AAPC ACDIS AHIMA)"
  "--logged[they are not entered after all]"
  "--entered[they are typed in]"
  "--submitted[they are submitted]"
  "--questioned[the organization asks about them]"
  "--verified[the organization has verified them]"
  "--crib[what to type for those that are not entered yet]"
  "--json[the list as JSON]"
  "--all[all that count in the cycle and are not so far yet]"
  "--date[the day it was done (default\: today)]:D:(today yesterday)"
  "--cycle[of which cycle (default\: current)]:cycle:(current previous)"
  "(*)::of the activities, or enough of their beginning:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_portal_defaults_added=0

_shtab_ceulog_redo_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_redo_defaults_added=0

_shtab_ceulog_remove_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "(*):of an activity, or enough of its beginning:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_remove_defaults_added=0

_shtab_ceulog_restore_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "(*):of an activity, or enough of its beginning:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_restore_defaults_added=0

_shtab_ceulog_rollback_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--dry-run[only say what would be other than now]"
  ":which copy (default\: the newest that can be read):"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_rollback_defaults_added=0

_shtab_ceulog_show_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--json[as JSON, for scripts]"
  ":of the activity, or enough of its beginning:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_show_defaults_added=0

_shtab_ceulog_status_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--json[as JSON, for scripts]"
  "--plain[plain ASCII sentences, for screen readers]"
  "*--with[as if you held that credential too, from today\; nothing is changed]:CODE:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_status_defaults_added=0

_shtab_ceulog_tick_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--date[the day it was done (default\: today)]:D:(today yesterday)"
  "--off[open the box again\; with --date, take that day\'s tick out]"
  ":of the credential:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
  ":which box, if there are several:"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_tick_defaults_added=0

_shtab_ceulog_undo_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_undo_defaults_added=0

_shtab_ceulog_why_options=(
  "(- : *)"{-h,--help}"[show this help message and exit]"
  "--json[as JSON, for scripts]"
  "*--with[as if you held that credential too, from today\; nothing is changed]:CODE:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
  ":of the credential:(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)"
)

# guard to ensure default positional specs are added only once per session
_shtab_ceulog_why_defaults_added=0


_shtab_ceulog() {
  local context state line curcontext="$curcontext" one_or_more='(*)' remainder='(-)*:' default='*::: :->ceulog'

  # Add default positional/remainder specs only if none exist, and only once per session
  if (( ! _shtab_ceulog_defaults_added )); then
    if (( ${_shtab_ceulog_options[(I)${(q)one_or_more}*]} +          ${_shtab_ceulog_options[(I)${(q)remainder}*]} +          ${_shtab_ceulog_options[(I)${(q)default}]} == 0 )); then
      _shtab_ceulog_options+=(': :_shtab_ceulog_commands' '*::: :->ceulog')
    fi
    _shtab_ceulog_defaults_added=1
  fi
  _arguments -C -s $_shtab_ceulog_options

  case $state in
    ceulog)
      words=($line[1] "${words[@]}")
      (( CURRENT += 1 ))
      curcontext="${curcontext%:*:*}:_shtab_ceulog-$line[1]:"
      case $line[1] in
        add) _arguments -C -s $_shtab_ceulog_add_options ;;
        backup) _arguments -C -s $_shtab_ceulog_backup_options ;;
        backups) _arguments -C -s $_shtab_ceulog_backups_options ;;
        calendar) _arguments -C -s $_shtab_ceulog_calendar_options ;;
        certificates) _arguments -C -s $_shtab_ceulog_certificates_options ;;
        check) _arguments -C -s $_shtab_ceulog_check_options ;;
        completion) _arguments -C -s $_shtab_ceulog_completion_options ;;
        credential) _arguments -C -s $_shtab_ceulog_credential_options ;;
        edit) _arguments -C -s $_shtab_ceulog_edit_options ;;
        export) _arguments -C -s $_shtab_ceulog_export_options ;;
        holder) _arguments -C -s $_shtab_ceulog_holder_options ;;
        import) _arguments -C -s $_shtab_ceulog_import_options ;;
        list) _arguments -C -s $_shtab_ceulog_list_options ;;
        locate) _arguments -C -s $_shtab_ceulog_locate_options ;;
        merge) _arguments -C -s $_shtab_ceulog_merge_options ;;
        open) _arguments -C -s $_shtab_ceulog_open_options ;;
        organization) _arguments -C -s $_shtab_ceulog_organization_options ;;
        packet) _arguments -C -s $_shtab_ceulog_packet_options ;;
        portal) _arguments -C -s $_shtab_ceulog_portal_options ;;
        redo) _arguments -C -s $_shtab_ceulog_redo_options ;;
        remove) _arguments -C -s $_shtab_ceulog_remove_options ;;
        restore) _arguments -C -s $_shtab_ceulog_restore_options ;;
        rollback) _arguments -C -s $_shtab_ceulog_rollback_options ;;
        show) _arguments -C -s $_shtab_ceulog_show_options ;;
        status) _arguments -C -s $_shtab_ceulog_status_options ;;
        tick) _arguments -C -s $_shtab_ceulog_tick_options ;;
        undo) _arguments -C -s $_shtab_ceulog_undo_options ;;
        why) _arguments -C -s $_shtab_ceulog_why_options ;;
      esac
  esac
}



typeset -A opt_args

if [[ $zsh_eval_context[-1] == eval ]]; then
  # eval/source/. command, register function for later
  compdef _shtab_ceulog -N ceulog
else
  # autoload from fpath, call function directly
  _shtab_ceulog "$@"
fi
