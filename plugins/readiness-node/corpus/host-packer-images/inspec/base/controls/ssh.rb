control 'ssh-1' do
  describe sshd_config do
    its('PermitRootLogin') { should cmp 'no' }
  end
end
