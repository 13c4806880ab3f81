-- What requests cost a retry budget, in tokens. The numbers are those of the AWS SDKs' retry mode 2.1
-- (their "Retry behavior" reference page).

return {
  CAPACITY = 500, -- of a full bucket
  COST = 14, -- of one more request
  THROTTLE_COST = 5, -- the same after throttling
  REWARD = 1, -- what a success gives back where the call had drawn none
}
