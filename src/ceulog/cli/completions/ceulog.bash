# Completes command lines of ceulog in bash.
# Put this line into ~/.bashrc and open a new terminal:  source <(ceulog completion bash)

_shtab_ceulog_subparsers=(add list show open edit remove restore undo redo tick status why export import certificates packet portal calendar check credential organization holder merge backup backups rollback completion locate)

_shtab_ceulog_add_option_strings=(-h --help --ceus --minutes --date --type --sponsor --index-number --for --credit --approved-for --domain --provided-by --presenter --location --certificate --evidence --certificate-asked --note --next-cycle --no-next-cycle --planned)
_shtab_ceulog_list_option_strings=(-h --help --json --csv --plain --search --cycle --trash)
_shtab_ceulog_show_option_strings=(-h --help --json)
_shtab_ceulog_open_option_strings=(-h --help --path)
_shtab_ceulog_edit_option_strings=(-h --help --title --ceus --minutes --date --type --sponsor --index-number --for --credit --approved-for --domain --provided-by --presenter --location --certificate --evidence --certificate-asked --note --next-cycle --no-next-cycle --attended --planned)
_shtab_ceulog_remove_option_strings=(-h --help)
_shtab_ceulog_restore_option_strings=(-h --help)
_shtab_ceulog_undo_option_strings=(-h --help)
_shtab_ceulog_redo_option_strings=(-h --help)
_shtab_ceulog_tick_option_strings=(-h --help --date --off)
_shtab_ceulog_status_option_strings=(-h --help --json --plain --with)
_shtab_ceulog_why_option_strings=(-h --help --json --with)
_shtab_ceulog_export_option_strings=(-h --help --format --credential --cycle --profile --excel)
_shtab_ceulog_import_option_strings=(-h --help --map --date-format --dry-run)
_shtab_ceulog_certificates_option_strings=(-h --help --yes --date-format --dry-run --json)
_shtab_ceulog_packet_option_strings=(-h --help --credential --cycle --verify)
_shtab_ceulog_portal_option_strings=(-h --help --organization --logged --entered --submitted --questioned --verified --crib --json --all --date --cycle)
_shtab_ceulog_calendar_option_strings=(-h --help)
_shtab_ceulog_check_option_strings=(-h --help --json --quiet)
_shtab_ceulog_credential_option_strings=(-h --help --earned --cycle-end --cycle-start --required --minimum --reason --self-assessment --number --json)
_shtab_ceulog_organization_option_strings=(-h --help --member-id --dues-date --dues-amount --dues-paid --edition --extension --share --verification-asked --verification-due --news-seen --json)
_shtab_ceulog_holder_option_strings=(-h --help --name)
_shtab_ceulog_merge_option_strings=(-h --help --dry-run --theirs --ours)
_shtab_ceulog_backup_option_strings=(-h --help)
_shtab_ceulog_backups_option_strings=(-h --help)
_shtab_ceulog_rollback_option_strings=(-h --help --dry-run)
_shtab_ceulog_completion_option_strings=(-h --help)
_shtab_ceulog_locate_option_strings=(-h --help)
_shtab_ceulog_option_strings=(-h --help --log --today --demo --version)

_shtab_ceulog_add___certificate_COMPGEN=_shtab_compgen_files
_shtab_ceulog_edit___certificate_COMPGEN=_shtab_compgen_files
_shtab_ceulog_export_pos_0_COMPGEN=_shtab_compgen_files
_shtab_ceulog_import_pos_0_COMPGEN=_shtab_compgen_files
_shtab_ceulog_packet_pos_0_COMPGEN=_shtab_compgen_files
_shtab_ceulog_packet___verify_COMPGEN=_shtab_compgen_files
_shtab_ceulog_calendar_pos_0_COMPGEN=_shtab_compgen_files
_shtab_ceulog_merge_pos_0_COMPGEN=_shtab_compgen_files
_shtab_ceulog___log_COMPGEN=_shtab_compgen_dirs

_shtab_ceulog_add___date_choices=(today yesterday)
_shtab_ceulog_add___type_choices=(webinar seminar workshop conference chapter-meeting course on-demand quiz teaching publication cms-training other)
_shtab_ceulog_add___for_choices=(AAPC ACDIS AHIMA)
_shtab_ceulog_add___credit_choices=(AAPC= ACDIS= AHIMA=)
_shtab_ceulog_add___approved_for_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_add___domain_choices=(2 18 19 20 21 22 23 25 43)
_shtab_ceulog_add___provided_by_choices=(ahima csa cla external)
_shtab_ceulog_add___evidence_choices=(certificate letter attendance-form transcript receipt agenda other)
_shtab_ceulog_add___certificate_asked_choices=(today yesterday)
_shtab_ceulog_list___cycle_choices=(current previous all)
_shtab_ceulog_edit___date_choices=(today yesterday)
_shtab_ceulog_edit___type_choices=(webinar seminar workshop conference chapter-meeting course on-demand quiz teaching publication cms-training other)
_shtab_ceulog_edit___for_choices=(AAPC ACDIS AHIMA)
_shtab_ceulog_edit___credit_choices=(AAPC= ACDIS= AHIMA=)
_shtab_ceulog_edit___approved_for_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_edit___domain_choices=(2 18 19 20 21 22 23 25 43)
_shtab_ceulog_edit___provided_by_choices=(ahima csa cla external)
_shtab_ceulog_edit___evidence_choices=(certificate letter attendance-form transcript receipt agenda other)
_shtab_ceulog_edit___certificate_asked_choices=(today yesterday)
_shtab_ceulog_tick_pos_0_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_tick___date_choices=(today yesterday)
_shtab_ceulog_status___with_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_why_pos_0_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_why___with_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_export___format_choices=(csv jsonl html md)
_shtab_ceulog_export___credential_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_export___cycle_choices=(current previous all)
_shtab_ceulog_export___profile_choices=(generic aapc ahima share)
_shtab_ceulog_import___date_format_choices=(mdy dmy ymd)
_shtab_ceulog_certificates___date_format_choices=(mdy dmy)
_shtab_ceulog_packet___credential_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_packet___cycle_choices=(current previous all)
_shtab_ceulog_portal___organization_choices=(AAPC ACDIS AHIMA)
_shtab_ceulog_portal___date_choices=(today yesterday)
_shtab_ceulog_portal___cycle_choices=(current previous)
_shtab_ceulog_credential_pos_0_choices=(add set remove list catalog)
_shtab_ceulog_credential_pos_1_choices=(CPC CPC-I CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB CPMA CPCO CPPM CDEO CIRCC CASCC CANPC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC CCDS CCDS-O RHIA RHIT CCA CCS CCS-P CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR PCS CHP CHS)
_shtab_ceulog_credential___earned_choices=(today yesterday)
_shtab_ceulog_credential___cycle_end_choices=(today yesterday)
_shtab_ceulog_credential___cycle_start_choices=(today yesterday)
_shtab_ceulog_credential___self_assessment_choices=(required optional)
_shtab_ceulog_organization_pos_0_choices=(set renew history)
_shtab_ceulog_organization_pos_1_choices=(AAPC ACDIS AHIMA)
_shtab_ceulog_organization___dues_date_choices=(today yesterday)
_shtab_ceulog_organization___extension_choices=(today yesterday)
_shtab_ceulog_organization___share_choices=(on off none)
_shtab_ceulog_organization___verification_asked_choices=(today yesterday)
_shtab_ceulog_organization___verification_due_choices=(today yesterday)
_shtab_ceulog_holder_pos_0_choices=(set)
_shtab_ceulog_completion_pos_0_choices=(bash zsh fish powershell)
_shtab_ceulog_pos_0_choices=(add list show open edit remove restore undo redo tick status why export import certificates packet portal calendar check credential organization holder merge backup backups rollback completion locate)
_shtab_ceulog___today_choices=(today yesterday)

_shtab_ceulog_add__h_nargs=0
_shtab_ceulog_add___help_nargs=0
_shtab_ceulog_add___next_cycle_nargs=0
_shtab_ceulog_add___no_next_cycle_nargs=0
_shtab_ceulog_add___planned_nargs=0
_shtab_ceulog_list__h_nargs=0
_shtab_ceulog_list___help_nargs=0
_shtab_ceulog_list___json_nargs=0
_shtab_ceulog_list___csv_nargs=0
_shtab_ceulog_list___plain_nargs=0
_shtab_ceulog_list___trash_nargs=0
_shtab_ceulog_show__h_nargs=0
_shtab_ceulog_show___help_nargs=0
_shtab_ceulog_show___json_nargs=0
_shtab_ceulog_open__h_nargs=0
_shtab_ceulog_open___help_nargs=0
_shtab_ceulog_open___path_nargs=0
_shtab_ceulog_edit__h_nargs=0
_shtab_ceulog_edit___help_nargs=0
_shtab_ceulog_edit___next_cycle_nargs=0
_shtab_ceulog_edit___no_next_cycle_nargs=0
_shtab_ceulog_edit___attended_nargs=0
_shtab_ceulog_edit___planned_nargs=0
_shtab_ceulog_remove_pos_0_nargs=+
_shtab_ceulog_remove__h_nargs=0
_shtab_ceulog_remove___help_nargs=0
_shtab_ceulog_restore_pos_0_nargs=+
_shtab_ceulog_restore__h_nargs=0
_shtab_ceulog_restore___help_nargs=0
_shtab_ceulog_undo__h_nargs=0
_shtab_ceulog_undo___help_nargs=0
_shtab_ceulog_redo__h_nargs=0
_shtab_ceulog_redo___help_nargs=0
_shtab_ceulog_tick__h_nargs=0
_shtab_ceulog_tick___help_nargs=0
_shtab_ceulog_tick___off_nargs=0
_shtab_ceulog_status__h_nargs=0
_shtab_ceulog_status___help_nargs=0
_shtab_ceulog_status___json_nargs=0
_shtab_ceulog_status___plain_nargs=0
_shtab_ceulog_why__h_nargs=0
_shtab_ceulog_why___help_nargs=0
_shtab_ceulog_why___json_nargs=0
_shtab_ceulog_export__h_nargs=0
_shtab_ceulog_export___help_nargs=0
_shtab_ceulog_export___excel_nargs=0
_shtab_ceulog_import__h_nargs=0
_shtab_ceulog_import___help_nargs=0
_shtab_ceulog_import___dry_run_nargs=0
_shtab_ceulog_certificates__h_nargs=0
_shtab_ceulog_certificates___help_nargs=0
_shtab_ceulog_certificates___yes_nargs=0
_shtab_ceulog_certificates___dry_run_nargs=0
_shtab_ceulog_certificates___json_nargs=0
_shtab_ceulog_packet__h_nargs=0
_shtab_ceulog_packet___help_nargs=0
_shtab_ceulog_portal_pos_0_nargs='*'
_shtab_ceulog_portal__h_nargs=0
_shtab_ceulog_portal___help_nargs=0
_shtab_ceulog_portal___logged_nargs=0
_shtab_ceulog_portal___entered_nargs=0
_shtab_ceulog_portal___submitted_nargs=0
_shtab_ceulog_portal___questioned_nargs=0
_shtab_ceulog_portal___verified_nargs=0
_shtab_ceulog_portal___crib_nargs=0
_shtab_ceulog_portal___json_nargs=0
_shtab_ceulog_portal___all_nargs=0
_shtab_ceulog_calendar__h_nargs=0
_shtab_ceulog_calendar___help_nargs=0
_shtab_ceulog_check__h_nargs=0
_shtab_ceulog_check___help_nargs=0
_shtab_ceulog_check___json_nargs=0
_shtab_ceulog_check___quiet_nargs=0
_shtab_ceulog_credential_pos_1_nargs='*'
_shtab_ceulog_credential__h_nargs=0
_shtab_ceulog_credential___help_nargs=0
_shtab_ceulog_credential___json_nargs=0
_shtab_ceulog_organization__h_nargs=0
_shtab_ceulog_organization___help_nargs=0
_shtab_ceulog_organization___dues_paid_nargs=0
_shtab_ceulog_organization___news_seen_nargs=0
_shtab_ceulog_organization___json_nargs=0
_shtab_ceulog_holder__h_nargs=0
_shtab_ceulog_holder___help_nargs=0
_shtab_ceulog_merge__h_nargs=0
_shtab_ceulog_merge___help_nargs=0
_shtab_ceulog_merge___dry_run_nargs=0
_shtab_ceulog_merge___ours_nargs=0
_shtab_ceulog_backup__h_nargs=0
_shtab_ceulog_backup___help_nargs=0
_shtab_ceulog_backups__h_nargs=0
_shtab_ceulog_backups___help_nargs=0
_shtab_ceulog_rollback__h_nargs=0
_shtab_ceulog_rollback___help_nargs=0
_shtab_ceulog_rollback___dry_run_nargs=0
_shtab_ceulog_completion__h_nargs=0
_shtab_ceulog_completion___help_nargs=0
_shtab_ceulog_locate__h_nargs=0
_shtab_ceulog_locate___help_nargs=0
_shtab_ceulog_pos_0_nargs=A...
_shtab_ceulog__h_nargs=0
_shtab_ceulog___help_nargs=0
_shtab_ceulog___demo_nargs=0
_shtab_ceulog___version_nargs=0


# $1=COMP_WORDS[1]
_shtab_compgen_files() {
  compgen -f -- $1  # files
}

# $1=COMP_WORDS[1]
_shtab_compgen_dirs() {
  compgen -d -- $1  # recurse into subdirs
}

# $1=COMP_WORDS[1]
_shtab_replace_nonword() {
  echo "${1//[^[:word:]]/_}"
}

# set default values (called for the initial parser & any subparsers)
_set_parser_defaults() {
  local subparsers_var="${prefix}_subparsers[@]"
  sub_parsers=${!subparsers_var-}

  local current_option_strings_var="${prefix}_option_strings[@]"
  current_option_strings=${!current_option_strings_var}

  completed_positional_actions=0

  _set_new_action "pos_$completed_positional_actions" true
}

# $1=action identifier
# $2=positional action (bool)
# set all identifiers for an action's parameters
_set_new_action() {
  current_action="${prefix}_$(_shtab_replace_nonword $1)"

  local current_action_compgen_var=${current_action}_COMPGEN
  current_action_compgen="${!current_action_compgen_var-}"

  local current_action_choices_var="${current_action}_choices[@]"
  current_action_choices="${!current_action_choices_var-}"

  local current_action_nargs_var="${current_action}_nargs"
  if [ -n "${!current_action_nargs_var-}" ]; then
    current_action_nargs="${!current_action_nargs_var}"
  else
    current_action_nargs=1
  fi

  current_action_args_start_index=$(( $word_index + 1 - $pos_only ))

  current_action_is_positional=$2
}

# Notes:
# `COMPREPLY`: what will be rendered after completion is triggered
# `completing_word`: currently typed word to generate completions for
# `${!var}`: evaluates the content of `var` and expand its content as a variable
#     hello="world"
#     x="hello"
#     ${!x} -> ${hello} -> "world"
_shtab_ceulog() {
  local completing_word="${COMP_WORDS[COMP_CWORD]}"
  local previous_word="${COMP_WORDS[COMP_CWORD-1]}"
  local completed_positional_actions
  local current_action
  local current_action_args_start_index
  local current_action_choices
  local current_action_compgen
  local current_action_is_positional
  local current_action_nargs
  local current_option_strings
  local sub_parsers
  COMPREPLY=()

  local prefix=_shtab_ceulog
  local word_index=0
  local pos_only=0 # "--" delimiter not encountered yet
  _set_parser_defaults
  word_index=1

  # determine what arguments are appropriate for the current state
  # of the arg parser
  while [ $word_index -ne $COMP_CWORD ]; do
    local this_word="${COMP_WORDS[$word_index]}"

    if [[ $pos_only = 1 || " $this_word " != " -- " ]]; then
      if [[ -n $sub_parsers && " ${sub_parsers[@]} " == *" $this_word "* ]]; then
        # valid subcommand: add it to the prefix & reset the current action
        prefix="${prefix}_$(_shtab_replace_nonword $this_word)"
        _set_parser_defaults
      fi

      if [[ " ${current_option_strings[@]} " == *" $this_word "* ]]; then
        # a new action should be acquired (due to recognised option string or
        # no more input expected from current action);
        # the next positional action can fill in here
        _set_new_action $this_word false
      fi

      if [[ "$current_action_nargs" != "*" ]] && \
         [[ "$current_action_nargs" != "+" ]] && \
         [[ "$current_action_nargs" != "?" ]] && \
         [[ "$current_action_nargs" != *"..." ]] && \
         (( $word_index + 1 - $current_action_args_start_index - $pos_only >= \
            $current_action_nargs )); then
        $current_action_is_positional && let "completed_positional_actions += 1"
        _set_new_action "pos_$completed_positional_actions" true
      fi
    else
      pos_only=1 # "--" delimiter encountered
    fi

    let "word_index+=1"
  done

  # Generate the completions

  COMPREPLY=()
  if [[ $pos_only = 0 && "$completing_word" == -* &&
        ( -z "$current_action_compgen" || "$current_action_is_positional" = true ) ]]; then
    # optional argument started: use option strings
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      compgen -W "${current_option_strings[*]}" -- "$completing_word")
  elif [[ "$previous_word" =~ ^[0-9\&]*[\<\>]\>?$ ]]; then
    # handle redirection operators
    compopt -o filenames 2>/dev/null || : # bash>=4
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$completing_word")
  else
    # use choices & compgen
    local action_compgen_word="$completing_word"
    # handle tab-completing in the middle of a line (#248 <- #116)
    [[ -n "$current_action_compgen" && "$completing_word" == -* ]] && action_compgen_word=""
    [ -n "$current_action_compgen" ] && {
      [[ "$current_action_compgen" =~ _(file|dir|glob|FILE|DIR|GLOB)|File|Dir|Glob ]] &&
        compopt -o filenames 2>/dev/null || : # bash>=4
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
        "$current_action_compgen" "$action_compgen_word")
    }
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      compgen -W "${current_action_choices[*]}" -- "$completing_word")
  fi

  if [[ ${#COMPREPLY[@]} = 0 ]]; then
    # native fallback matches are not necessarily filenames (e.g. variables)
    compopt +o filenames 2>/dev/null || : # bash>=4
  fi

  return 0
}

complete -o bashdefault -F _shtab_ceulog ceulog
