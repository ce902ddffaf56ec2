# Completion for intercom in fish 3.1 and later.
# Made from the commands themselves by: intercom completion fish
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE]  and a word a command takes  [+]VALUE, where +
# marks what may be repeated, and VALUE is the choices a|b, or . for anything, or what kind it is.

@TABLE@

# Offer what can stand at the cursor; asked whether that is a file, only tell.
function __intercom_complete
    set -l names; set -l options; set -l slots; set -l place; set -l helping
    set -l waiting; set -l closed; set -l used; set -l about; set -l fields; set -l count 1
    set -l kind; set -l lead ''; set -l value
    __intercom_read; or return 1
    if test "$argv[1]" = file
        # Then fish completes it in its own way.
        test -z "$lead"; and contains -- $kind @file @directory
        return
    end
    switch $kind
        case @options
            __intercom_options
        case @names
            printf '%s\n' $names
        case @workspace
            __intercom_workspaces
        case @fields
            __intercom_shown
        case @groups
            __intercom_shown @SPANS@
        case @sort
            __intercom_sort
        case @where
            __intercom_fields_of (string split ' ' -- $place)[1]
            __intercom_where $value
        case @pair
            if string match -qr '=@' -- $value
                set lead $lead(string replace -r '=@.*' '=@' -- $value)
                __intercom_files (string replace -r '^.*?=@' '' -- $value)
            end
        case @file @directory
            test -n "$lead"; and __intercom_files $value
        case . ''
            return 0
        case '*'
            printf '%s\n' $lead(string split '|' -- $kind)
    end
end

# Read the words before the cursor, and tell in $kind what can stand there.
function __intercom_read -S
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    for end in '' "'" '"'
        set -l plain (string unescape -- $current$end)
        and set current $plain
        and break
    end
    while string match -qr '^[A-Za-z_]\w*=' -- $typed[1]
        set -e typed[1]
    end
    set -e typed[1]
    __intercom_look ''
    for word in $typed
        if test -n "$waiting"
            set waiting
        else if test -z "$closed"; and test "$word" = --
            set closed 1
        else if test -z "$closed"; and string match -qr '^-.' -- $word
            __intercom_option $word
        else if set -q names[1]
            __intercom_enter $word; or return 1
        else
            set count (math $count + 1)
        end
    end
    set value $current
    if test -n "$waiting"
        set kind $waiting
    else if test -z "$closed"; and string match -qr '^--[^=]*=' -- $current
        set lead (string replace -r '=.*' '=' -- $current)
        set value (string replace -r '^[^=]*=' '' -- $current)
        __intercom_use (string replace -r '=.*' '' -- $current)
        set kind $waiting
    else if test -z "$closed"; and string match -qr '^-' -- $current
        set kind @options
    else if set -q names[1]
        set kind @names
    else if set -q slots[$count]
        set kind (string trim -l -c + -- $slots[$count])
    else if string match -qr '^[+]' -- $slots[-1]
        set kind (string trim -l -c + -- $slots[-1])
    end
    return 0
end

# Go to a command, or to a verb of the one already named.
function __intercom_enter -S
    set -l name $argv[1]
    if test -z "$place$helping"; and test "$name" = help
        set helping 1
        set options
        set names $__intercom_help
        return 0
    end
    if test -z "$place"
        set place (__intercom_rename $name)
    else
        set place "$place $name"
    end
    __intercom_look $place; or return 1
    if test -n "$helping"
        set options
        set slots
    end
    return 0
end

# Remember an option, or several single letters in one word, and whether a value is to follow.
function __intercom_option -S
    if string match -qr '^--[^=]*=' -- $argv[1]
        __intercom_use (string replace -r '=.*' '' -- $argv[1])
        set waiting
    else if string match -qr '^--' -- $argv[1]
        __intercom_use $argv[1]
    else
        set -l letters (string split '' -- (string sub -s 2 -- $argv[1]))
        while set -q letters[1]
            __intercom_use -$letters[1]
            set -e letters[1]
            if test -n "$waiting"
                set -q letters[1]; and set waiting
                break
            end
        end
    end
end

function __intercom_use -S
    for option in $options
        set -l code (string split \t -- $option)[1]
        set -l flags (string split , -- (string replace -r '^[+]?([^=]*).*' '$1' -- $code))
        if contains -- $argv[1] $flags
            set -a used $option
            if string match -q '*=*' -- $code
                set waiting (string replace -r '^[^=]*=' '' -- $code)
            end
            return 0
        end
    end
end

function __intercom_options -S
    for option in $options
        if contains -- $option $used; and not string match -qr '^[+]' -- $option
            continue
        end
        set -l parts (string split -m 1 \t -- $option)
        for flag in (string split , -- (string replace -r '^[+]?([^=]*).*' '$1' -- $parts[1]))
            printf '%s\t%s\n' $flag $parts[2]
        end
    end
end

# Files inside a word, as in --data=FILE: fish lists them as for a command it knows nothing of.
function __intercom_files -S
    set -l typed (string escape -n -- $argv[1] | string replace -r '^\\\\~' '~')
    for file in (complete -C "__intercom_no_command $typed")
        printf '%s\n' $lead$file
    end
end

# Names of fields, parted by commas; each once. Behind those of times go the spans that are given.
function __intercom_shown -S
    __intercom_fields_of $about
    set -l before (string split , -- $value)[1..-2]
    string match -q '*,*' -- $value; and set lead $lead(string replace -r '[^,]*$' '' -- $value)
    for field in $fields
        set -l name (string replace -r '[.]?:.*' '' -- $field)
        string match -qr ':.-' -- $field; or contains -- $name $before; or printf '%s\n' $lead$name
        string match -q '*:d' -- $field; and string match -q "*$name:*" -- $value; and printf '%s\n' $lead$name:$argv
    end
end

# A field to sort by, after - for descending.
function __intercom_sort -S
    __intercom_fields_of (string split ' ' -- $place)[1]
    string match -q -- '-*' $value; and set lead $lead-
    for field in $fields
        string match -qr ':[.]|[.]:|^[^=]*/' -- $field; or printf '%s\n' $lead(string split : -- $field)[1]
    end
end

# Names of connected workspaces; a line with anything but harmless characters is passed over.
function __intercom_workspaces -S
    set -l directory ~/.config/intercom-cli
    set -l mac ~/Library/'Application Support'/intercom-cli
    if test -n "$INTERCOM_CONFIG_DIR"
        set directory (string replace -r '^~' ~ -- $INTERCOM_CONFIG_DIR)
    else if string match -qr '^/' -- "$XDG_CONFIG_HOME"
        set directory $XDG_CONFIG_HOME/intercom-cli
    else if test -d $mac
        set directory $mac
    end
    if test -f $directory/workspaces.txt -a -r $directory/workspaces.txt
        for name in (string match -r '^[A-Za-z0-9._@][A-Za-z0-9._@-]*$' <$directory/workspaces.txt)
            printf '%s\n' $lead$name
        end
    end
end

for program in @PROGRAMS@
    complete -e -c $program
    complete -c $program -f -a '(__intercom_complete)'
    complete -c $program -n '__intercom_complete file' -F
end
