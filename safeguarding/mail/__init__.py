"""How e-mail leaves: the transport by its address, and GOV.UK Notify."""
