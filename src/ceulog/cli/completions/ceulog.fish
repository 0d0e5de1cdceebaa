# Completes command lines of ceulog in fish.
# Write it once:  ceulog completion fish > ~/.config/fish/completions/ceulog.fish

function _shtab_ceulog_scan
  set -g _shtab_ceulog_cmdpath ''
  set -g _shtab_ceulog_npos 0
  set -l tokens (commandline -opc)
  set -e tokens[1]
  set -l expect_value 0
  for t in $tokens
    if test $expect_value -eq 1
      set expect_value 0
      continue
    end
    switch "$t"
      case '--*=*'
        continue
      case '-*'
        if contains -- $t $_shtab_ceulog_opts_with_value
          set expect_value 1
        end
        continue
      case '*'
        if test $_shtab_ceulog_npos -eq 0
          set -l candidate $t
          if test -n "$_shtab_ceulog_cmdpath"
            set candidate "$_shtab_ceulog_cmdpath $t"
          end
          if contains -- $candidate $_shtab_ceulog_commands
            set -g _shtab_ceulog_cmdpath $candidate
            continue
          end
        end
        set -g _shtab_ceulog_npos (math $_shtab_ceulog_npos + 1)
    end
  end
end

# Condition helper: true if the current (sub)command path equals the given one.
function _shtab_ceulog_using
  _shtab_ceulog_scan
  test "$_shtab_ceulog_cmdpath" = "$argv"
end

set -g _shtab_ceulog_commands add list show open edit remove restore undo redo tick status why export import certificates packet portal calendar check credential organization holder merge backup backups rollback completion locate
set -g _shtab_ceulog_opts_with_value --approved-for --certificate --certificate-asked --ceus --credential --credit --cycle --cycle-end --cycle-start --date --date-format --domain --dues-amount --dues-date --earned --edition --evidence --extension --for --format --index-number --location --log --map --member-id --minimum --minutes --name --note --number --organization --presenter --profile --provided-by --reason --required --search --self-assessment --share --sponsor --theirs --title --today --type --verification-asked --verification-due --verify --with

complete -c ceulog -e
complete -c ceulog -f

complete -c ceulog -n _shtab_ceulog_using -s h -l help -d 'show this help message and exit'
complete -c ceulog -n _shtab_ceulog_using -l log -xka "(__fish_complete_directories)" -d 'the logbook'"'"'s folder (else $CEULOG_LOG, else your data folder)'
complete -c ceulog -n _shtab_ceulog_using -l today -xka "today yesterday" -d 'take this day for today (else $CEULOG_TODAY)'
complete -c ceulog -n _shtab_ceulog_using -l demo -d 'open a throw-away copy of the sample logbook'
complete -c ceulog -n _shtab_ceulog_using -l version -d 'show program'"'"'s version number and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a add -d 'log an activity'
complete -c ceulog -n '_shtab_ceulog_using add' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using add' -l ceus -x -d 'CEUs as printed on the certificate'
complete -c ceulog -n '_shtab_ceulog_using add' -l minutes -x -d 'its length: 90, 1h30'
complete -c ceulog -n '_shtab_ceulog_using add' -l date -xka "today yesterday" -d 'the day it was completed'
complete -c ceulog -n '_shtab_ceulog_using add' -l type -xka "webinar seminar workshop conference chapter-meeting course on-demand quiz teaching publication cms-training other" -d 'webinar, seminar, chapter-meeting, quiz …'
complete -c ceulog -n '_shtab_ceulog_using add' -l sponsor -x -d 'who offered it'
complete -c ceulog -n '_shtab_ceulog_using add' -l index-number -x -d 'AAPC'"'"'s approval number on the certificate'
complete -c ceulog -n '_shtab_ceulog_using add' -l for -xka "AAPC ACDIS AHIMA" -d 'an organization it counts for'
complete -c ceulog -n '_shtab_ceulog_using add' -l credit -xka "AAPC= ACDIS= AHIMA=" -d 'other CEUs at one organization'
complete -c ceulog -n '_shtab_ceulog_using add' -l approved-for -xka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'a credential it was approved for'
complete -c ceulog -n '_shtab_ceulog_using add' -l domain -xka "2 18 19 20 21 22 23 25 43" -d 'its HIIM domain'
complete -c ceulog -n '_shtab_ceulog_using add' -l provided-by -xka "ahima csa cla external" -d 'ahima, csa, cla, external'
complete -c ceulog -n '_shtab_ceulog_using add' -l presenter -x -d 'who presented it'
complete -c ceulog -n '_shtab_ceulog_using add' -l location -x -d 'where it was'
complete -c ceulog -n '_shtab_ceulog_using add' -l certificate -xka "(__fish_complete_path (commandline -ct))" -d 'a file that proves it'
complete -c ceulog -n '_shtab_ceulog_using add' -l evidence -xka "certificate letter attendance-form transcript receipt agenda other" -d 'what the files are, once for all or once for each: certificate, letter, attendance-form, transcript, receipt, agenda, other'
complete -c ceulog -n '_shtab_ceulog_using add' -l certificate-asked -xka "today yesterday" -d 'the day on which you asked for its certificate; empty takes it away'
complete -c ceulog -n '_shtab_ceulog_using add' -l note -x -d 'anything to remember'
complete -c ceulog -n '_shtab_ceulog_using add' -l next-cycle -l no-next-cycle -d 'earned in the renewal month, to count in the next cycle'
complete -c ceulog -n '_shtab_ceulog_using add' -l planned -d 'still to come; `edit ID --attended` confirms it'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a list -d 'the activities, newest first'
complete -c ceulog -n '_shtab_ceulog_using list' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using list' -l json -d 'as JSON, for scripts'
complete -c ceulog -n '_shtab_ceulog_using list' -l csv -d 'as CSV, one row an activity'
complete -c ceulog -n '_shtab_ceulog_using list' -l plain -d 'plain ASCII sentences, for screen readers'
complete -c ceulog -n '_shtab_ceulog_using list' -l search -x -d 'words, type:webinar, for:AAPC, 2026-03 …'
complete -c ceulog -n '_shtab_ceulog_using list' -l cycle -xka "current previous all" -d 'of which cycle (default: all)'
complete -c ceulog -n '_shtab_ceulog_using list' -l trash -d 'what is in the trash; `restore` takes it back out'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a show -d 'everything about one activity'
complete -c ceulog -n '_shtab_ceulog_using show' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using show' -l json -d 'as JSON, for scripts'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a open -d 'a certificate in your viewer, or where it lies'
complete -c ceulog -n '_shtab_ceulog_using open' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using open' -l path -d 'open nothing, only print where it lies'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a edit -d 'put an activity right'
complete -c ceulog -n '_shtab_ceulog_using edit' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using edit' -l title -x -d 'as on the certificate, up to 500 characters'
complete -c ceulog -n '_shtab_ceulog_using edit' -l ceus -x -d 'CEUs as printed on the certificate'
complete -c ceulog -n '_shtab_ceulog_using edit' -l minutes -x -d 'its length: 90, 1h30'
complete -c ceulog -n '_shtab_ceulog_using edit' -l date -xka "today yesterday" -d 'the day it was completed'
complete -c ceulog -n '_shtab_ceulog_using edit' -l type -xka "webinar seminar workshop conference chapter-meeting course on-demand quiz teaching publication cms-training other" -d 'webinar, seminar, chapter-meeting, quiz …'
complete -c ceulog -n '_shtab_ceulog_using edit' -l sponsor -x -d 'who offered it'
complete -c ceulog -n '_shtab_ceulog_using edit' -l index-number -x -d 'AAPC'"'"'s approval number on the certificate'
complete -c ceulog -n '_shtab_ceulog_using edit' -l for -xka "AAPC ACDIS AHIMA" -d 'an organization it counts for'
complete -c ceulog -n '_shtab_ceulog_using edit' -l credit -xka "AAPC= ACDIS= AHIMA=" -d 'other CEUs at one organization'
complete -c ceulog -n '_shtab_ceulog_using edit' -l approved-for -xka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'a credential it was approved for'
complete -c ceulog -n '_shtab_ceulog_using edit' -l domain -xka "2 18 19 20 21 22 23 25 43" -d 'its HIIM domain'
complete -c ceulog -n '_shtab_ceulog_using edit' -l provided-by -xka "ahima csa cla external" -d 'ahima, csa, cla, external'
complete -c ceulog -n '_shtab_ceulog_using edit' -l presenter -x -d 'who presented it'
complete -c ceulog -n '_shtab_ceulog_using edit' -l location -x -d 'where it was'
complete -c ceulog -n '_shtab_ceulog_using edit' -l certificate -xka "(__fish_complete_path (commandline -ct))" -d 'a file that proves it'
complete -c ceulog -n '_shtab_ceulog_using edit' -l evidence -xka "certificate letter attendance-form transcript receipt agenda other" -d 'what the files are, once for all or once for each: certificate, letter, attendance-form, transcript, receipt, agenda, other'
complete -c ceulog -n '_shtab_ceulog_using edit' -l certificate-asked -xka "today yesterday" -d 'the day on which you asked for its certificate; empty takes it away'
complete -c ceulog -n '_shtab_ceulog_using edit' -l note -x -d 'anything to remember'
complete -c ceulog -n '_shtab_ceulog_using edit' -l next-cycle -l no-next-cycle -d 'earned in the renewal month, to count in the next cycle'
complete -c ceulog -n '_shtab_ceulog_using edit' -l attended -d 'it was planned, and has been attended'
complete -c ceulog -n '_shtab_ceulog_using edit' -l planned -d 'it is still to come'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a remove -d 'put activities into the trash'
complete -c ceulog -n '_shtab_ceulog_using remove' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a restore -d 'take activities back out of the trash'
complete -c ceulog -n '_shtab_ceulog_using restore' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a undo -d 'take the newest change back'
complete -c ceulog -n '_shtab_ceulog_using undo' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a redo -d 'do again what was undone last'
complete -c ceulog -n '_shtab_ceulog_using redo' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a tick -d 'tick a checkbox, such as the self-assessment'
complete -c ceulog -n '_shtab_ceulog_using tick' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using tick' -l date -xka "today yesterday" -d 'the day it was done (default: today)'
complete -c ceulog -n '_shtab_ceulog_using tick' -l off -d 'open the box again; with --date, take that day'"'"'s tick out'
complete -c ceulog -n '_shtab_ceulog_using tick; and test $_shtab_ceulog_npos -eq 0' -ka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'of the credential'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a status -d 'how far each credential is, and what is missing'
complete -c ceulog -n '_shtab_ceulog_using status' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using status' -l json -d 'as JSON, for scripts'
complete -c ceulog -n '_shtab_ceulog_using status' -l plain -d 'plain ASCII sentences, for screen readers'
complete -c ceulog -n '_shtab_ceulog_using status' -l with -xka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'as if you held that credential too, from today; nothing is changed'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a why -d 'where a credential'"'"'s number comes from'
complete -c ceulog -n '_shtab_ceulog_using why' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using why' -l json -d 'as JSON, for scripts'
complete -c ceulog -n '_shtab_ceulog_using why' -l with -xka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'as if you held that credential too, from today; nothing is changed'
complete -c ceulog -n '_shtab_ceulog_using why; and test $_shtab_ceulog_npos -eq 0' -ka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'of the credential'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a export -d 'the log as CSV, as a workbook or for paper'
complete -c ceulog -n '_shtab_ceulog_using export' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using export' -l format -xka "csv jsonl html md" -d 'what it is, whatever the file is called'
complete -c ceulog -n '_shtab_ceulog_using export' -l credential -xka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'only what concerns this credential'
complete -c ceulog -n '_shtab_ceulog_using export' -l cycle -xka "current previous all" -d 'of which cycles (default: current)'
complete -c ceulog -n '_shtab_ceulog_using export' -l profile -xka "generic aapc ahima share" -d 'whom it is for: which columns come first; share takes out names and numbers (default: generic)'
complete -c ceulog -n '_shtab_ceulog_using export' -l excel -d 'with the mark that Excel wants for UTF-8'
complete -c ceulog -n '_shtab_ceulog_using export; and test $_shtab_ceulog_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d '- or none: CSV on standard output; .csv, .jsonl (JSON Lines, for a database), .xlsx (a workbook), .html or .md (a page for each credential)'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a import -d 'activities from a spreadsheet, a portal'"'"'s table or an e-mail'
complete -c ceulog -n '_shtab_ceulog_using import' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using import' -l map -x -d 'the column that a field is in, by its name or number; fields: date, date_started, title, sponsor, ceus, minutes, type, index_number, credential, body, approved_for, domain, provided_by, presenter, location, status, next_cycle, credits_by_body, notes'
complete -c ceulog -n '_shtab_ceulog_using import' -l date-format -xka "mdy dmy ymd" -d 'the order of month, day and year in the file'
complete -c ceulog -n '_shtab_ceulog_using import' -l dry-run -d 'only say what would be done'
complete -c ceulog -n '_shtab_ceulog_using import; and test $_shtab_ceulog_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d 'a CSV file, or text with tabs; - reads standard input'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a certificates -d 'a folder of certificates read, each logged when you confirm it'
complete -c ceulog -n '_shtab_ceulog_using certificates' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using certificates' -l yes -d 'take all that could be read whole, without asking for each'
complete -c ceulog -n '_shtab_ceulog_using certificates' -l date-format -xka "mdy dmy" -d 'the order of month and day, where none shows it'
complete -c ceulog -n '_shtab_ceulog_using certificates' -l dry-run -d 'only say what was read'
complete -c ceulog -n '_shtab_ceulog_using certificates' -l json -d 'what was read, as JSON; asks nothing'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a packet -d 'all that an audit asks for in one ZIP file; proves one'
complete -c ceulog -n '_shtab_ceulog_using packet' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using packet' -l credential -xka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'only what concerns this credential'
complete -c ceulog -n '_shtab_ceulog_using packet' -l cycle -xka "current previous all" -d 'of which cycles (default: current)'
complete -c ceulog -n '_shtab_ceulog_using packet' -l verify -xka "(__fish_complete_path (commandline -ct))" -d 'prove a packet: every file as it was made'
complete -c ceulog -n '_shtab_ceulog_using packet; and test $_shtab_ceulog_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d 'the file to be written'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a portal -d 'what is entered, submitted and verified in the portals, and what to type there'
complete -c ceulog -n '_shtab_ceulog_using portal' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using portal' -l organization -xka "AAPC ACDIS AHIMA" -d 'whose portal (default: all; the one that you hold)'
complete -c ceulog -n '_shtab_ceulog_using portal' -l logged -d 'they are not entered after all'
complete -c ceulog -n '_shtab_ceulog_using portal' -l entered -d 'they are typed in'
complete -c ceulog -n '_shtab_ceulog_using portal' -l submitted -d 'they are submitted'
complete -c ceulog -n '_shtab_ceulog_using portal' -l questioned -d 'the organization asks about them'
complete -c ceulog -n '_shtab_ceulog_using portal' -l verified -d 'the organization has verified them'
complete -c ceulog -n '_shtab_ceulog_using portal' -l crib -d 'what to type for those that are not entered yet'
complete -c ceulog -n '_shtab_ceulog_using portal' -l json -d 'the list as JSON'
complete -c ceulog -n '_shtab_ceulog_using portal' -l all -d 'all that count in the cycle and are not so far yet'
complete -c ceulog -n '_shtab_ceulog_using portal' -l date -xka "today yesterday" -d 'the day it was done (default: today)'
complete -c ceulog -n '_shtab_ceulog_using portal' -l cycle -xka "current previous" -d 'of which cycle (default: current)'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a calendar -d 'due dates, dues and plans as a calendar file'
complete -c ceulog -n '_shtab_ceulog_using calendar' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using calendar; and test $_shtab_ceulog_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d 'the file to be written; importing it again updates it'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a check -d 'what an auditor would stumble over, and what is due'
complete -c ceulog -n '_shtab_ceulog_using check' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using check' -l json -d 'the findings as JSON'
complete -c ceulog -n '_shtab_ceulog_using check' -l quiet -d 'the findings alone: for cron, which mails what is said'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a credential -d 'start, correct or stop holding a credential'
complete -c ceulog -n '_shtab_ceulog_using credential' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using credential' -l earned -xka "today yesterday" -d 'the award date'
complete -c ceulog -n '_shtab_ceulog_using credential' -l cycle-end -xka "today yesterday" -d 'the last day of the current cycle'
complete -c ceulog -n '_shtab_ceulog_using credential' -l cycle-start -xka "today yesterday" -d 'its first day (default: 24 months before)'
complete -c ceulog -n '_shtab_ceulog_using credential' -l required -x -d 'CEUs in all, where your tracker differs'
complete -c ceulog -n '_shtab_ceulog_using credential' -l minimum -x -d 'this credential'"'"'s own CEUs, likewise'
complete -c ceulog -n '_shtab_ceulog_using credential' -l reason -x -d 'why that number differs from the rule'
complete -c ceulog -n '_shtab_ceulog_using credential' -l self-assessment -xka "required optional" -d 'whether it gates renewal'
complete -c ceulog -n '_shtab_ceulog_using credential' -l number -x -d 'the credential'"'"'s number'
complete -c ceulog -n '_shtab_ceulog_using credential' -l json -d 'with list and catalog: as JSON'
complete -c ceulog -n '_shtab_ceulog_using credential; and test $_shtab_ceulog_npos -eq 0' -ka "add set remove list catalog" -d 'add, set, remove, list, catalog'
complete -c ceulog -n '_shtab_ceulog_using credential; and test $_shtab_ceulog_npos -ge 1' -ka "CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS" -d 'CPC, CCS, …; with catalog: words to look for, such as audit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a organization -d 'set what an organization asks for; close its cycle, see the closed ones'
complete -c ceulog -n '_shtab_ceulog_using organization' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using organization' -l member-id -x -d 'your member number there'
complete -c ceulog -n '_shtab_ceulog_using organization' -l dues-date -xka "today yesterday" -d 'when the yearly dues are due, or none'
complete -c ceulog -n '_shtab_ceulog_using organization' -l dues-amount -x -d 'how much they are, in dollars'
complete -c ceulog -n '_shtab_ceulog_using organization' -l dues-paid -d 'they are paid: the next ones are due a year later'
complete -c ceulog -n '_shtab_ceulog_using organization' -l edition -x -d 'the edition for the current cycle, or none for the usual one'
complete -c ceulog -n '_shtab_ceulog_using organization' -l extension -xka "today yesterday" -d 'the last day of a bought extension, or none'
complete -c ceulog -n '_shtab_ceulog_using organization' -l share -xka "on off none" -d 'whether the switchable share binds this cycle; none: by the rule'
complete -c ceulog -n '_shtab_ceulog_using organization' -l verification-asked -xka "today yesterday" -d 'the day on which it asked for your certificates; none when that is answered'
complete -c ceulog -n '_shtab_ceulog_using organization' -l verification-due -xka "today yesterday" -d 'the last day for the answer'
complete -c ceulog -n '_shtab_ceulog_using organization' -l news-seen -d 'you have read what changed in the rules'
complete -c ceulog -n '_shtab_ceulog_using organization' -l json -d 'with history: as JSON'
complete -c ceulog -n '_shtab_ceulog_using organization; and test $_shtab_ceulog_npos -eq 0' -ka "set renew history" -d 'set, renew (close the cycle), history'
complete -c ceulog -n '_shtab_ceulog_using organization; and test $_shtab_ceulog_npos -eq 1' -ka "AAPC ACDIS AHIMA" -d 'AAPC, AHIMA, …'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a holder -d 'set whose logbook it is'
complete -c ceulog -n '_shtab_ceulog_using holder' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using holder' -l name -x -d 'as it stands on your certificates'
complete -c ceulog -n '_shtab_ceulog_using holder; and test $_shtab_ceulog_npos -eq 0' -ka "set" -d 'set, the only one'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a merge -d 'another copy of the logbook made one with this one'
complete -c ceulog -n '_shtab_ceulog_using merge' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using merge' -l dry-run -d 'only say what would be done'
complete -c ceulog -n '_shtab_ceulog_using merge' -l theirs -x -d 'where both changed the same: take theirs for this entry (its id, CODE or ORG), or for `all`; else ours'
complete -c ceulog -n '_shtab_ceulog_using merge' -l ours -d 'where both changed the same, ours is right: do not ask'
complete -c ceulog -n '_shtab_ceulog_using merge; and test $_shtab_ceulog_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d 'the other logbook'"'"'s folder, or a conflict copy of the file'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a backup -d 'keep a dated copy of the logbook now'
complete -c ceulog -n '_shtab_ceulog_using backup' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a backups -d 'the copies that are kept'
complete -c ceulog -n '_shtab_ceulog_using backups' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a rollback -d 'go back to a kept copy, such as when the logbook is damaged'
complete -c ceulog -n '_shtab_ceulog_using rollback' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using rollback' -l dry-run -d 'only say what would be other than now'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a completion -d 'have your shell complete command lines with Tab'
complete -c ceulog -n '_shtab_ceulog_using completion' -s h -l help -d 'show this help message and exit'
complete -c ceulog -n '_shtab_ceulog_using completion; and test $_shtab_ceulog_npos -eq 0' -ka "bash zsh fish powershell" -d 'bash, zsh, fish, powershell'
complete -c ceulog -n '_shtab_ceulog_using; and test $_shtab_ceulog_npos -eq 0' -a locate -d 'where the logbook and the settings lie'
complete -c ceulog -n '_shtab_ceulog_using locate' -s h -l help -d 'show this help message and exit'
