-- Runs the command tcerr in this process, with streams that are tables.

local cli = require "tencentcloud.cli"

local function sink()
  return { text = "", write = function(self, ...) self.text = self.text .. table.concat { ... } end }
end

-- command(words [, streams]) -> exit code, standard output, standard error
-- words: a list, or a text that is split at spaces. streams: `input` is what standard input holds; colour, progress.
return function(words, streams)
  if type(words) == "string" then
    local list = {}
    for word in words:gmatch "%S+" do table.insert(list, word) end
    words = list
  end
  streams = streams or {}
  local out, err = sink(), sink()
  local code = cli.run(words, {
    stdin = { read = function() return streams.input end },
    stdout = out,
    stderr = err,
    colour = streams.colour or false,
    progress = streams.progress or false,
    typed = streams.typed or false,
  })
  return code, out.text, err.text
end
