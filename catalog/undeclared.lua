-- Codes that servers send, in answers that the API's documentation prints, and that no list declares. Reviewed by hand;
-- a code that a list declares some day is taken out here.
return {
  "FailedOperation.FlowRejected", "FailedOperation.FuseDetectNoFace", "InternalError.DataNotFound",
  "InvalidInstanceState.Terminating", "ResourceNotFound.ErrorPersonNotExisted", "ResourceUnavailable.RecordUnExpected",
}
