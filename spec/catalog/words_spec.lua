-- The words of a detail, and the phrases that fit them: catalog/words.lua, lexicon.lua and phrases.lua. That
-- src/catalog/words.c finds the same is shown by spec/catalog/whole_catalog_spec.lua.
package.path = "./?.lua;" .. package.path
local lexicon = require "catalog.lexicon"
local phrases = require "catalog.phrases"
local words = require "catalog.words"

local function of(name)
  return table.concat(words.of(name), " ")
end

describe("the words of a name", function()
  local cases = {
    { "InstanceNotFound", "instance not find", "a word begins at a capital" },
    { "CLSLogsetNotExist", "? ? not exist", "at the last of several capitals" },
    { "NOT_SUPPORT", "not support", "and after what is no letter" },
    { "InstanceIsBeingUsed", "instance used", "what says nothing is left out" },
    { "TooManyRequests", "too many request", "plurals" },
    { "PoliciesExceeded", "policy exceed", "plurals in -ies, and -ed" },
    { "StoppingError", "ongoing error", "irregular forms" },
    { "PermissionsDenied", "permission deny", "forms of the lexicon" },
    { "UserNotExsit", "user not exist", "typing errors that are listed" },
    { "UserNotExits", "user not exit", "and other words are not taken for them" },
    { "NotFuond", "not find", "letters in the wrong order" },
    { "PermisionDenid", "permission deny", "a letter that is missing" },
    { "Permisssion", "permission", "a letter too many" },
    { "Insufficiant", "insufficient", "a wrong letter in a long word" },
    { "Mode", "mode", "and in a short word none" },
    { "Moda", "?", "and in a short word none, of an unknown one" },
    { "notexist", "not exist", "words without a capital between them" },
    { "THINGNOTFOUND", "? not find", "even behind one that is not known" },
    { "Discount", "discount", "but no words inside of another word" },
    { "Countdown", "?", "nor where something remains" },
    { "TimeOut", "timeout", "one word in two parts" },
    { "UnMatched", "not match", "un- is a negation" },
    { "Unverified", "not verify", "un- before a known form" },
    { "UnKnow", "unknown", "un- of a word of its own" },
    { "Unbind", "unbind", "un- of a word of its own" },
    { "SendMailLimit180", "send mail limit #", "digits are one word" },
    { "Ipv6NotFound", "? # not find", "digits part words" },
    { "", "", "no words" },
    { ("A"):rep(129), "", "longer than any code" },
  }
  for _, case in ipairs(cases) do
    it(("are '%s' in '%s': %s"):format(case[2], case[1]:sub(1, 30), case[3]), function()
      assert.are.equal(case[2], of(case[1]))
    end)
  end

  it("are at most so many", function()
    assert.are.equal(words.MAX, #words.of(("Not"):rep(40)))
  end)
end)

describe("a phrase", function()
  local function fits(phrase, name)
    for _, choice in ipairs(phrases.read(phrase)) do
      if phrases.fits(choice, words.of(name)) then return true end
    end
    return false
  end

  local cases = {
    { "not exist", "UserNotExist", true },
    { "not exist", "NoUserExist", false },
    { "not .. exist", "NoUserExist", true },
    { "not .. exist", "ExistNot", false },
    { "not find|exist", "UserNotFound", true },
    { "^ user", "UserNotFound", true },
    { "^ user", "SubUserNotFound", false },
    { "find $", "UserNotFound", true },
    { "find $", "FoundUser", false },
    { "^ find $", "Found", true },
    { "^ find $", "FoundFound", false },
    { "not .. find $", "NotFoundNotFound", true },
    { "user ? find", "UserNotFound", true },
    { "limit # $", "Limit180", true },
    { "limit # $", "LimitNumber", false },
    { "*", "Anything", true },
    { "*", "", true },
  }
  for _, case in ipairs(cases) do
    it(("'%s' %s '%s'"):format(case[1], case[3] and "fits" or "does not fit", case[2]), function()
      assert.are.equal(case[3], fits(case[1], case[2]))
    end)
  end

  it("names forms only", function()
    assert.has_error(function() phrases.read "not existing" end,
      "the phrase 'not existing' has 'existing', which is no form of catalog/lexicon.lua")
  end)
end)

describe("the lexicon", function()
  it("gives each spelling one form, which is a spelling, too, unless it says nothing", function()
    for _, spelling in ipairs(lexicon.spellings) do
      assert.is_truthy(spelling:find "^%l+$", spelling)
      local form = lexicon.form_of[spelling]
      assert.is_truthy(form == lexicon.FILLER or lexicon.form_of[form] == form, spelling)
    end
  end)
end)
