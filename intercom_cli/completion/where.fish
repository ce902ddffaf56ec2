# What can follow the beginning of an expression of --where. Its fields stand in $fields as
# NAME:KIND[-][/][=VALUE|VALUE...]  where - marks what --fields and / what --sort lacks.
function __intercom_where -S
    set -l state field; set -l known; set -l here ''; set -l offers; set -l stem
    __intercom_where_read $argv[1]
    set stem $here
    __intercom_where_next
    string match -qr '[)"\']$' -- $argv[1]; and test $state = after; and set offers ' '$offers
    # A word that alone is possible is offered with what can follow it: fish takes a single answer
    # for the last one, and closes the quotes.
    for turn in 1 2 3
        test (count $offers) = 1; or break
        set -l one $offers
        switch $state:$one
            case 'value:*' '*:null'
                break
            case 'field:*.'
                set offers $one {$one}NAME
                break
        end
        __intercom_where_step (string split ' ' -- $one)[-1]
        set here ''
        set offers
        __intercom_where_next
        test -n "$offers"; or set offers '' VALUE
        contains -- $state more item; or set one "$one "
        set offers $one$offers
    end
    set -l length (math (string length -- $argv[1]) - (string length -- "$stem"))
    set -l before $lead(string sub -l $length -- $argv[1])
    printf '%s\n' $before$offers
end

# Read pieces up to the last word, which may go on; within open quotes nothing is known.
function __intercom_where_read -S
    set -l rest (string trim -l -- $argv[1])
    set -l bare '[^\\s=<>~^$!(),"\']+'
    while test -n "$rest"
        set -l piece (string match -r '^(?:"[^"]*"|\'[^\']*\'|[!<>]=|!~|[=<>~^$(),]|'$bare')' -- $rest)
        if test -z "$piece"
            set state nothing
            return
        else if test "$piece" = "$rest"; and string match -qr '^'$bare'$' -- $piece
            set here $piece
            return
        end
        set rest (string sub -s (math (string length -- $piece) + 1) -- $rest | string trim -l)
        __intercom_where_step $piece
    end
end

# Take in one piece.
function __intercom_where_step -S
    switch $state:(string lower -- $argv[1])
        case 'field:(' field:not 'after:)' after:ago both:ago
        case 'field:*'
            set known (string trim -c '"\'' -- $argv[1])
            set state sign
        case sign:in not:in
            set state open
        case sign:between not:between
            set state low
        case sign:not
            set state not
        case sign:is
            set state is
        case is:not
            set state null
        case 'open:(' 'more:,'
            set state item
        case 'item:*'
            set state more
        case 'low:*'
            set state both
        case 'sign:*' 'both:*'
            set state value
        case 'after:*'
            set state field
        case '*'
            set state after
    end
end

# Offer what can follow, where it begins with what is there of it.
function __intercom_where_next -S
    set -l kind c; set -l values; set -l signs; set -l negated; set -l usual; set -l words
    for field in $fields
        set -l parts (string split -m 1 : -- $field)
        if test $state = field
            string match -q '.*' -- $parts[2]; or set -a words $parts[1]
        else if test "$parts[1]" = "$known"
            set kind (string sub -l 1 -- $parts[2])
            set values (string split '|' -- (string split -m 1 = -- $parts[2])[2])
        end
    end
    __intercom_signs $kind
    test -n "$values"; or set values $usual
    switch $state
        case sign
            set words $signs
        case not
            set words $negated
        case is
            set words null not
        case null
            set words null
        case open
            set words '('
        case value item low
            set words $values
        case more
            set words , ')'
        case both
            set words and
        case after
            set words and or
    end
    for word in $words
        test (string sub -l (string length -- "$here") -- $word)x = "$here"x; and set -a offers $word
    end
    return 0
end
