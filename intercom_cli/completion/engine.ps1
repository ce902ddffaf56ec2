# Completion for intercom in PowerShell 5.1 and later.
# Made from the commands themselves by: intercom completion powershell
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE] HELP  and a word a command takes  [+]VALUE, where
# + marks what may be repeated, and VALUE is the choices a|b, or . for anything, or its kind.

$global:IntercomCompletion = @{
@TABLE@
}

@WHERE@

# Names of connected workspaces; a line with anything but harmless characters is passed over.
$global:IntercomCompletion.Workspaces = {
    if ($env:INTERCOM_CONFIG_DIR) {
        $directory = $env:INTERCOM_CONFIG_DIR
    } elseif ($env:OS -eq 'Windows_NT') {
        $directory = Join-Path $env:LOCALAPPDATA 'intercom-cli'
    } elseif ($env:XDG_CONFIG_HOME) {
        $directory = Join-Path $env:XDG_CONFIG_HOME 'intercom-cli'
    } elseif ($IsMacOS) {
        $directory = Join-Path $HOME 'Library/Application Support/intercom-cli'
    } else {
        $directory = Join-Path $HOME '.config/intercom-cli'
    }
    $file = Join-Path $directory 'workspaces.txt'
    if (Test-Path -LiteralPath $file -PathType Leaf) {
        Get-Content -LiteralPath $file -ErrorAction SilentlyContinue |
            Where-Object { $_ -cmatch '^[A-Za-z0-9][A-Za-z0-9._@-]*$' }
    }
}

Register-ArgumentCompleter -Native -CommandName @PROGRAMS@ -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $known = $global:IntercomCompletion
    $row = $known.Rows['']
    $names = @($row.Names)
    $options = @($row.Own) + @($known.Shared[$row.Tail])
    $words = @()
    $path = ''
    $helping = $false
    $waiting = ''
    $closed = $false
    $used = @()
    $place = 0

    # The option a flag belongs to, as it is written above.
    $find = {
        param($flag)
        foreach ($option in $options) {
            $code = $option.Split(' ')[0]
            if ($code.TrimStart('+').Split('=')[0].Split(',') -ccontains $flag) { return $option }
        }
        return ''
    }
    # What an option takes as its value; nothing for a switch.
    $taking = {
        param($option)
        $code = $option.Split(' ')[0]
        $at = $code.IndexOf('=')
        if ($at -ge 0) { return $code.Substring($at + 1) }
        return ''
    }

    $typed = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    foreach ($word in $typed) {
        if ($waiting) {
            $waiting = ''
        } elseif ((-not $closed) -and ($word -ceq '--')) {
            $closed = $true
        } elseif ((-not $closed) -and $word.StartsWith('--')) {
            $option = & $find ($word.Split('=')[0])
            $used += $option
            if (-not $word.Contains('=')) { $waiting = & $taking $option }
        } elseif ((-not $closed) -and $word.StartsWith('-') -and ($word.Length -gt 1)) {
            for ($at = 1; $at -lt $word.Length; $at++) {
                $option = & $find ('-' + $word[$at])
                $used += $option
                $waiting = & $taking $option
                if ($waiting) {
                    if ($at + 1 -lt $word.Length) { $waiting = '' }
                    break
                }
            }
        } elseif ($names.Count -gt 0) {
            if (($path -ceq '') -and ($word -ceq 'help') -and (-not $helping)) {
                $helping = $true
                $options = @()
                $names = @($known.Help)
                continue
            }
            if (($path -ceq '') -and $known.Aliases.ContainsKey($word)) {
                $word = $known.Aliases[$word]
            }
            $path = ($path + ' ' + $word).Trim()
            if (-not $known.Rows.ContainsKey($path)) { return '' }
            $row = $known.Rows[$path]
            $names = @($row.Names)
            if (-not $helping) {
                $options = @($row.Own) + @($known.Shared[$row.Tail])
                $words = @($row.Words)
            }
        } else {
            $place++
        }
    }

    $kind = ''
    $lead = ''
    $value = $wordToComplete
    $offers = @()
    if ($waiting) {
        $kind = $waiting
    } elseif ((-not $closed) -and $value.StartsWith('--') -and $value.Contains('=')) {
        $kind = & $taking (& $find ($value.Split('=')[0]))
        $lead = $value.Substring(0, $value.IndexOf('=') + 1)
        $value = $value.Substring($lead.Length)
    } elseif ((-not $closed) -and $value.StartsWith('-')) {
        foreach ($option in $options) {
            $code, $tip = $option.Split(' ', 2)
            if (($used -ccontains $option) -and (-not $code.StartsWith('+'))) { continue }
            foreach ($flag in $code.TrimStart('+').Split('=')[0].Split(',')) {
                $offers += , @($flag, $tip)
            }
        }
    } elseif ($names.Count -gt 0) {
        foreach ($name in $names) { $offers += , @($name.Split(' ', 2)) }
    } elseif ($place -lt $words.Count) {
        $kind = $words[$place].TrimStart('+')
    } elseif (($words.Count -gt 0) -and $words[-1].StartsWith('+')) {
        $kind = $words[-1].TrimStart('+')
    }

    if (($kind -ceq '@pair') -and $value.Contains('=@')) {
        $lead = $lead + $value.Substring(0, $value.IndexOf('=@') + 2)
        $value = $value.Substring($value.IndexOf('=@') + 2)
        $kind = '@file'
    }
    if (($kind -ceq '@file') -or ($kind -ceq '@directory')) {
        # PowerShell completes file names itself where nothing is offered.
        if (-not $lead) { return }
        foreach ($found in [System.Management.Automation.CompletionCompleters]::CompleteFilename($value)) {
            $text = $lead + $found.CompletionText
            [System.Management.Automation.CompletionResult]::new(
                $text, $found.ListItemText, 'ParameterValue', $found.ToolTip)
        }
        return
    }
    $fields = @($known.Fields[$row.About])
    if (($kind -ceq '@where') -or ($kind -ceq '@sort')) { $fields = @($known.Fields[$path.Split(' ')[0]]) }
    $fields = @($fields | Where-Object { $_ })
    if (($kind -ceq '@fields') -or ($kind -ceq '@groups')) {
        $lead = $lead + $value.Substring(0, $value.LastIndexOf(',') + 1)
        $last = $value.Substring($value.LastIndexOf(',') + 1)
        foreach ($field in $fields) {
            $name = $field.Split(':')[0].TrimEnd('.')
            if ($field -notmatch ':.-') { $offers += , @(($lead + $name), $name) }
            if (($kind -ceq '@groups') -and ($field -cmatch ':d$') -and $last.StartsWith($name + ':')) {
                foreach ($span in '@SPANS@'.Split(' ')) {
                    $offers += , @(($lead + $name + ':' + $span), $span)
                }
            }
        }
    } elseif ($kind -ceq '@sort') {
        if ($value.StartsWith('-')) { $lead = $lead + '-' }
        foreach ($field in $fields) {
            $name = $field.Split(':')[0]
            if ($field -notmatch ':[.]|[.]:|^[^=]*/') { $offers += , @(($lead + $name), $name) }
        }
    } elseif ($kind -ceq '@where') {
        # What is offered stands in quotes, which are begun where there are none.
        $quote = ''''
        if ($value -match '^["'']') {
            $quote = $value.Substring(0, 1)
            $value = $value.Substring(1)
        }
        foreach ($found in @(& $known.Expression $value $fields)) {
            $offers += , @(($lead + $quote + $found[0]), $found[1])
        }
        $wordToComplete = ''
    } elseif ($kind -ceq '@workspace') {
        foreach ($name in (& $known.Workspaces)) { $offers += , @(($lead + $name), 'A workspace.') }
    } elseif ($kind -and ($kind -cne '.') -and (-not $kind.StartsWith('@'))) {
        foreach ($choice in $kind.Split('|')) { $offers += , @(($lead + $choice), $choice) }
    }

    $results = @(foreach ($offer in $offers) {
        if ($offer[0].StartsWith($wordToComplete, [System.StringComparison]::Ordinal)) {
            $tip = if ($offer[1]) { $offer[1] } else { $offer[0] }
            [System.Management.Automation.CompletionResult]::new(
                $offer[0], $offer[0], 'ParameterValue', $tip)
        }
    })
    # An empty text keeps PowerShell from offering files where none are meant.
    if ($results.Count -gt 0) { $results } else { '' }
}
