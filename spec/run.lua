-- The command `busted`, run by the Lua that runs this file. The script of that name runs under whichever
-- Lua is called `lua`, and its option --lua passes arguments through a shell without quotes.
require "busted.runner" { standalone = false }
