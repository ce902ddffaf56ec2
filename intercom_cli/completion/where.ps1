# What can follow the beginning of an expression of --where: whole texts, and what each ends with.
# Its fields are written  NAME:KIND[-][/][=VALUE|VALUE...]  where - marks what --fields and / what
# --sort lacks.
$global:IntercomCompletion.Step = {
    param($state, $piece)
    switch -Regex ($state + ':' + $piece) {
        '^field:(\(|not)$' { return 'field' }
        '^field:' { return 'sign' }
        '^(sign|not):in$' { return 'open' }
        '^(sign|not):between$' { return 'low' }
        '^sign:not$' { return 'not' }
        '^sign:is$' { return 'is' }
        '^is:not$' { return 'null' }
        '^(open:\(|more:,)$' { return 'item' }
        '^item:' { return 'more' }
        '^low:' { return 'both' }
        '^both:ago$' { return 'both' }
        '^(sign|both):' { return 'value' }
        '^after:(ago|\))$' { return 'after' }
        '^after:' { return 'field' }
        default { return 'after' }
    }
}
$global:IntercomCompletion.Expression = {
    param($text, $fields)
    $known = $global:IntercomCompletion
    $state = 'field'
    $name = ''
    $here = ''
    $bare = '[^\s=<>~^$!(),"'']+'
    $rest = $text.TrimStart()
    while ($rest) {
        if ($rest -notmatch ('^("[^"]*"|''[^'']*''|[!<>]=|!~|[=<>~^$(),]|' + $bare + ')')) { return }
        $piece = $Matches[0]
        if (($piece -ceq $rest) -and ($piece -match ('^' + $bare + '$'))) {
            $here = $piece
            break
        }
        $rest = $rest.Substring($piece.Length).TrimStart()
        $before = $state
        $state = & $known.Step $before $piece
        if (($before -ceq 'field') -and ($state -ceq 'sign')) { $name = $piece.Trim('"''') }
    }
    $kind = 'c'
    $values = @()
    foreach ($field in $fields) {
        $called, $code = $field.Split(':', 2)
        if ($called -ceq $name) {
            $kind = $code.Substring(0, 1)
            if ($code.Contains('=')) { $values = $code.Substring($code.IndexOf('=') + 1).Split('|') }
        }
    }
    $signs, $negated, $usual = $known.Kinds[$kind]
    if ($values.Count -eq 0) { $values = @($usual) }
    $words = switch ($state) {
        'field' { $fields | Where-Object { $_ -notmatch ':[.]' } | ForEach-Object { $_.Split(':')[0] } }
        'sign' { $signs }
        'not' { $negated }
        'is' { 'null', 'not' }
        'null' { 'null' }
        'open' { '(' }
        'more' { ',', ')' }
        'both' { 'and' }
        'after' { 'and', 'or' }
        default { $values }
    }
    $start = $text.Substring(0, $text.Length - $here.Length)
    if (($state -ceq 'after') -and ($start -match '[)"'']$')) { $start += ' ' }
    foreach ($word in $words) {
        if ($word.StartsWith($here, [System.StringComparison]::Ordinal)) { , @(($start + $word), $word) }
    }
}
