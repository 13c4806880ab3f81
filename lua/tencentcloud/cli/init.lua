-- The command tcerr: run(words, streams) does all that the process does, and returns its exit code.

local argparse = require "argparse"
local print = require "tencentcloud.cli.print"
local version = require "tencentcloud.version"

local unpack = table.unpack or unpack -- luacheck: ignore 143

local COMMANDS = { "explain", "check", "search", "codes", "actions", "services", "lint", "coverage", "replay" }

local cli = { COMMANDS = COMMANDS }

-- Help and version are printed by an option's action in the middle of parsing, which ends there.
local function new_parser(shown, width)
  local function stop(text)
    shown.text = text
    error(shown, 0)
  end
  local function help(parser)
    parser:add_help{ name = "-h --help", description = "Show this help and exit.", action = function()
      stop(parser:get_help() .. "\n")
    end }
  end
  local parser = argparse("tcerr", "What the error codes of Tencent Cloud API 3.0 mean, and what to do about them.")
  parser:epilog[[
Exit codes: 0 found, or all is well; 1 not found, the answer is a failure, or
there are findings; 2 wrong usage, or a file that cannot be read or written.
"tcerr COMMAND --help" has examples.]]
  parser:help_max_width(width):usage_max_width(width):help_description_margin(24)
  parser:command_target "command"
  help(parser)
  parser:flag("--version", "Show the version and exit."):action(function()
    stop(("tcerr %s (%s)\n"):format(version, jit and jit.version or _VERSION))
  end)
  for _, name in ipairs(COMMANDS) do
    local module = require("tencentcloud.cli." .. name)
    local command = parser:command(name):summary(module.summary):description(module.description)
    module.define(command)
    command:flag("--json", "Print JSON, on one line.")
    if module.examples then command:epilog("Examples:\n  " .. module.examples:gsub("\n(.)", "\n  %1")) end
    help(command)
  end
  return parser
end

local function completions(words)
  local modules = {}
  for _, name in ipairs(COMMANDS) do modules[name] = require("tencentcloud.cli." .. name) end
  return require("tencentcloud.cli.complete").run(modules, COMMANDS, { unpack(words, 2) })
end

local function run(words, printer)
  local shown, streams = {}, printer.streams
  local parser = new_parser(shown, printer.width)
  if words[1] == "--complete" then
    streams.stdout:write(completions(words))
    return 0
  end
  if #words == 0 then
    streams.stderr:write(parser:get_help(), "\n")
    return 2
  end
  local finished, parsed, args = pcall(parser.pparse, parser, words)
  if shown.text then
    streams.stdout:write(shown.text)
    return 0
  end
  if not finished then error(parsed, 0) end
  if not parsed then return printer:misused(args .. '\n"tcerr --help" shows the usage') end
  printer.as_json = args.json
  return require("tencentcloud.cli." .. args.command).run(args, printer)
end

---@param words string[] what follows the command's name
---@param streams tencentcloud.cli.Streams
---@return integer exit_code 0 found or well; 1 not found, a failure, or findings; 2 wrong usage, or a file that could
---  not be read or written
function cli.run(words, streams)
  local printer = print.new(streams)
  local code = run(words, printer)
  if not streams.stdout.finish then return code end
  local problem, is_closed = streams.stdout:finish()
  if not problem then return code end
  -- `tcerr ... | head` has what it wanted.
  return is_closed and 2 or printer:misused("the output could not be written: " .. problem)
end

return cli
